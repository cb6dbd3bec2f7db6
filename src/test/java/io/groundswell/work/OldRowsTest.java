package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept for some time is there until that is over, and goes once, however many instances look after it at once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OldRowsTest {
    private static final int OLD = 40;
    private static final int YOUNG = 3;
    private static final int INSTANCES = 4;

    @Inject
    @All
    List<Round> rounds;

    @Inject
    Rows rows;

    private Instant now;
    private String organization;

    /** Rows of a table, as statements with {@code :id}, {@code :at} and {@code :organization}, and the round that is to end them. */
    enum Kept {
        EVENTS("old_events", Duration.ofDays(30), "outbox_event", """
                (id, organization_id, mode, type, subject_id, data, at, fanned_out)
                values (:id, :organization, 'TEST', 'mission.created', 'msn_1', '{}', :at, true)"""),
        RESERVATIONS("old_reservations", Duration.ofDays(1), "ledger_entry", """
                (organization_id, mode, reference, mission_id, mission_name, job_id, stage, state, provider, type, requests,
                 tokens, images, reserved_cents, cost_cents, at)
                values (:organization, 'LIVE', :id, 'msn_1', 'Launch', 'job_1', 'content', 'RESERVED', 'claude', 'llm', 0,
                 0, 0, 7, 0, :at)""") {
            @Override
            String left() {
                return "ledger_entry where state = 'RESERVED'";
            }
        },
        SESSIONS("ended_sessions", Duration.ZERO, "revoked_token", """
                (jti, revoked_at, expires_at) values (:id, :at, :at)"""),
        DRAFTS("old_drafts", Duration.ofDays(1), "written_draft", """
                (reference, organization_id, content_id, draft, written_at) values (:id, :organization, 'cnt_1', '{}', :at)"""),
        EXPENSES_OF_TEST("old_test_expenses", Duration.ofDays(62), "ledger_entry", """
                (organization_id, mode, reference, mission_id, mission_name, job_id, stage, state, provider, type, requests,
                 tokens, images, reserved_cents, cost_cents, at)
                values (:organization, 'TEST', :id, 'msn_1', 'Launch', 'job_1', 'content', 'SETTLED', 'sandbox', 'llm', 1,
                 0, 0, 7, 7, :at)"""),
        SANDBOX_POSTS("old_sandbox_posts", Duration.ofDays(90), "sandbox_post", """
                (reference, organization_id, mode, platform, post_id, url, at)
                values (:id, :organization, 'TEST', 'TWITTER', :id, 'https://sandbox.invalid/twitter/1', :at)"""),
        METRICOOL_POSTS("old_metricool_posts", Duration.ofDays(90), "metricool_post", """
                (reference, organization_id, mode, blog_id, network, text, publish_at)
                values (:id, :organization, 'LIVE', :id, 'twitter', 'Hello', :at)"""),
        IDS_OF_EVENTS("old_event_keys", Duration.ofDays(35), "event_key", """
                (site_number, key, seen_on) values (1, gen_random_uuid(), cast(:at as date))""") {
            @Override
            Duration past() {
                return Duration.ofDays(1);
            }
        },
        MINUTES_OF_EVENTS("old_event_keys", Duration.ofHours(1), "event_minute", """
                (site_number, minute, requests) select coalesce(max(site_number), 0) + 1, :at, 1 from event_minute"""),
        CREATIONS("old_creations", Duration.ofDays(62), "creation", """
                (organization_id, mode, at, what) values (:organization, 'TEST', :at, 'missions_created')"""),
        MISSIONS_OF_TEST("old_test_missions", Duration.ofDays(30), "mission", """
                (id, organization_id, mode, version, name, status, objectives, platforms, constraints, kpis, duration_days,
                 created_by, created_at, updated_at)
                values (:id, :organization, 'TEST', 0, 'Launch', 'DRAFT', array['Be seen'], array['TWITTER'], '{}', '[]', 60,
                 'usr_1', :at, :at)""") {
            @Override
            String left() {
                return "mission where deleted_at is null";
            }
        },
        ALERTS("old_alerts", Duration.ofDays(90), "alert", """
                (id, organization_id, mode, kind, cause, title, details, status, raised_at, resolved_at, ended_at, updated_at)
                values (gen_random_uuid(), :organization, 'LIVE', 'CREATOR_DISABLED', :id, 'Off', '{}', 'RESOLVED', :at, :at, :at,
                 :at)"""),
        MARKS_OF_CHANGES("old_series_changes", Duration.ofMinutes(15), "series_change", """
                (organization_id, mode, tag, changed_at) values (:organization, 'LIVE', :id, :at)""") {
            @Override
            Instant now() {
                // This one goes by the database's clock.
                return Instant.now();
            }
        };

        private final String round;
        private final Duration limit;
        private final String table;
        private final String row;

        Kept(String round, Duration limit, String table, String row) {
            this.round = round;
            this.limit = limit;
            this.table = table;
            this.row = row;
        }

        /** What the round leaves. */
        String left() {
            return table;
        }

        /** By how much a row is too old. */
        Duration past() {
            return Duration.ofSeconds(1);
        }

        Instant now() {
            return Instant.parse("2031-05-06T12:00:00Z");
        }
    }

    @BeforeEach
    void open() {
        rows.clear();
        organization = Api.organization().id();
    }

    @AfterEach
    void present() {
        Api.resetClock();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_too_old_goes_once_and_the_rest_stays(Kept kept) throws Exception {
        // Given
        now = kept.now().truncatedTo(ChronoUnit.MILLIS);
        Api.setClock(now);
        var round = round(kept);
        round.run(now.plusSeconds(30));
        rows.change("delete from " + kept.table);
        for (var number = 0; number < OLD + YOUNG; number++) {
            // Young ones stay so while the test runs.
            put(kept, number, number < OLD ? kept.past() : Duration.ofSeconds(-30));
        }
        // When
        var done = Crowd.of(INSTANCES, () -> round.run(now.plusSeconds(30)));
        // Then
        assertThat(done.stream().mapToInt(some -> some).sum()).isEqualTo(OLD);
        assertThat(rows.count("select count(*) from " + kept.left())).isEqualTo(YOUNG);
        // When
        var more = round.run(now.plusSeconds(30));
        // Then
        assertThat(more).isZero();
    }

    /** More than go in two steps. */
    @ParameterizedTest
    @CsvSource({
        "EVENTS, 25000",
        "RESERVATIONS, 2500",
        "MISSIONS_OF_TEST, 250",
        "ALERTS, 45000",
        "MARKS_OF_CHANGES, 25000"
    })
    void a_round_goes_on_until_nothing_is_too_old(Kept kept, int many) {
        // Given
        now = kept.now().truncatedTo(ChronoUnit.MILLIS);
        Api.setClock(now);
        var round = round(kept);
        round.run(Instant.MAX);
        rows.change("delete from " + kept.table);
        var row = row(kept, "'many_' || n", kept.past()).trim().replace("values (", "select ");
        rows.change("insert into %s %s from generate_series(1, %d) n"
                .formatted(kept.table, row.substring(0, row.length() - 1), many));
        // When
        var done = round.run(Instant.MAX);
        // Then
        assertThat(done).isEqualTo(many);
    }

    private Round round(Kept kept) {
        return rounds.stream()
                .filter(round -> round.name().equals(kept.round))
                .findFirst()
                .orElseThrow();
    }

    private void put(Kept kept, int number, Duration past) {
        rows.change("insert into %s %s".formatted(kept.table, row(kept, "'old_%03d'".formatted(number), past)));
    }

    private String row(Kept kept, String id, Duration past) {
        return kept.row
                .replace(":organization", "'" + organization + "'")
                .replace(":id", id)
                .replace(":at", "timestamptz '" + now.minus(kept.limit).minus(past) + "'");
    }
}
