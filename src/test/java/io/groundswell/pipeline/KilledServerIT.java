package io.groundswell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.RunningServer;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed in the middle of every stage, and in the middle of publishing, loses nothing and does nothing
 * twice. The moment is chosen by the database: a trigger sleeps inside the transaction that would end the stage. For
 * publishing that is the moment after the post and before it is settled; {@code KilledPublisherTest} has all others, and
 * this one has what only a dead process leaves: half-open connections, and a clock and claims that outlive it.
 */
class KilledServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void a_mission_survives_a_kill_in_every_stage_and_in_publishing() throws SQLException, IOException {
        try (var server = RunningServer.start(
                data,
                "groundswell.operator-token=operator",
                "groundswell.development=true",
                "groundswell.pipeline.lease=2S")) {
            arm(server);
            var mission = startMission(server);
            for (var stage : Stage.values()) {
                killIn(server, "pipeline.stage_completed " + stage);
            }
            var planned = server.count("select count(*) from calendar_slot");
            awaitTrue(() -> server.count("select count(*) from content where status = 'SCHEDULED'") == planned);
            var due = firstDue(server);
            moveClock(server, due.plusSeconds(60));
            killIn(server, "content.published");
            // The clock of development does not survive its process; the dead publisher's claim has to end, too.
            moveClock(server, due.plus(Duration.ofMinutes(15)));
            awaitTrue(() -> server.count("select count(*) from content where status = 'PUBLISHED'") == 1);

            assertNothingTwice(server, mission);
        }
    }

    /** Every mark sleeps once: whoever comes second finds it spent. */
    private static void arm(RunningServer server) throws SQLException {
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            statement.execute("create table test_mark (name text primary key, spent boolean not null)");
            statement.execute("""
                    create function test_sleep() returns trigger language plpgsql as $$
                    declare mark text := new.type || coalesce(' ' || (new.data ->> 'stage'), '');
                    begin
                        if exists (select 1 from test_mark where name = mark and not spent) then
                            perform set_config('application_name', 'asleep', true);
                            perform pg_sleep(600);
                        end if;
                        return new;
                    end $$""");
            statement.execute(
                    "create trigger test_sleep before insert on outbox_event for each row execute function test_sleep()");
            for (var stage : Stage.values()) {
                statement.execute("insert into test_mark values ('pipeline.stage_completed " + stage + "', false)");
            }
            statement.execute("insert into test_mark values ('content.published', false)");
        }
    }

    private static void killIn(RunningServer server, String mark) throws SQLException {
        awaitTrue(() -> server.count("select count(*) from pg_stat_activity where wait_event = 'PgSleep'") > 0);
        server.kill();
        try (var connection = server.database();
                var statement = connection.createStatement()) {
            statement.execute("update test_mark set spent = true where name = '" + mark + "'");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'");
        }
        server.start();
    }

    private static String startMission(RunningServer server) {
        return as(server, server.credential("AMP_TEST_KEY"))
                .body(Map.of(
                        "name",
                        "Survivor",
                        "objectives",
                        List.of("Show that nothing is lost"),
                        "platforms",
                        List.of("twitter", "linkedin"),
                        "duration_days",
                        7,
                        "start_immediately",
                        true,
                        "constraints",
                        Map.of("posts_per_day", 2)))
                .post("/v1/missions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Instant firstDue(RunningServer server) {
        return Instant.parse(server.rows("""
                select to_char(min(scheduled_for) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from content where status = 'SCHEDULED'""").get(0).get(0));
    }

    private static void moveClock(RunningServer server, Instant now) {
        as(server, "operator")
                .body(Map.of("now", now.toString()))
                .put("/internal/clock")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(RunningServer server, String credential) {
        return RestAssured.given()
                .baseUri(server.url())
                .header("Authorization", "Bearer " + credential)
                .contentType("application/json");
    }

    private static void assertNothingTwice(RunningServer server, String mission) throws SQLException {
        var slots = server.count("select count(*) from calendar_slot where cycle = 1");
        assertThat(server.count("select count(*) from content where cycle = 1")).isEqualTo(slots);
        assertThat(server.count("select count(*) from ledger_entry where state <> 'SETTLED'"))
                .isZero();
        assertThat(server.count("select count(*) - count(distinct reference) from ledger_entry"))
                .isZero();
        assertThat(server.rows(
                        "select (select sum(cost_cents) from ledger_entry)::text, booked_cents::text from budget"))
                .allSatisfy(row -> assertThat(row.get(0)).isEqualTo(row.get(1)));
        assertThat(server.count("select count(*) from sandbox_post"))
                .isEqualTo(server.count("select count(*) from content where status = 'PUBLISHED'"));
        assertThat(server.count("select count(*) from sandbox_post where told > 1"))
                .isZero();
        assertThat(server.count("select count(*) from outbox_event where type = 'content.created'"))
                .isEqualTo(server.count("select count(*) from content"));
        assertThat(server.count("select count(*) from outbox_event where type = 'content.published'"))
                .isEqualTo(server.count("select count(*) from content where status = 'PUBLISHED'"));
        assertThat(server.rows("select status from mission where id = '" + mission + "'"))
                .containsExactly(List.of("ACTIVE"));
    }

    private interface Condition {
        boolean holds();
    }

    private static void awaitTrue(Condition condition) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > patience) {
                throw new AssertionError("Still not so after " + PATIENCE);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
