package io.groundswell.publishing;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.content.ContentMoves;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The planner and whoever moves late items do not choose the same day, though they look at the same time. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PlanningRaceTest {
    private static final String DAYS = "select to_char(%1$s at time zone 'UTC', 'YYYY-MM-DD') from %2$s order by %1$s";

    @Inject
    ContentFixture fixture;

    @Inject
    Agenda agenda;

    @Inject
    Reslotting reslotting;

    @Inject
    ContentMoves moves;

    @Inject
    Rows rows;

    private String key;
    private Owner owner;

    @BeforeEach
    void begin() {
        rows.clear();
        Api.setClock(Instant.parse("2027-03-01T06:00:00Z"));
        var organization = Api.organization();
        key = organization.test();
        owner = new Owner(organization.id(), Mode.TEST);
    }

    @AfterEach
    void end() {
        Api.resetClock();
    }

    @Test
    void days_that_late_items_are_given_are_not_planned() {
        // Given a week on the schedule that nobody published, and another one to plan
        start();
        Api.work();
        Api.setClock(Instant.parse("2027-03-06T08:00:00Z"));
        // When
        moveLate().forEach(CompletableFuture::join);
        Api.work();
        // Then
        var moved = rows.texts(DAYS.formatted("scheduled_for", "content where cycle = 1 and status = 'SCHEDULED'"));
        var planned = rows.texts(DAYS.formatted("at", "calendar_slot where cycle = 2"));
        assertThat(moved).contains("2027-03-08", "2027-03-11").doesNotHaveDuplicates();
        assertThat(planned).isNotEmpty().doesNotContainAnyElementsOf(moved);
    }

    /** Moves them as one of them asks for it, with the planner at work before that is committed. */
    private List<CompletableFuture<Integer>> moveLate() {
        return QuarkusTransaction.requiringNew().call(() -> {
            agenda.hold(owner);
            rows.texts("select id from content where scheduled_for < '2027-03-05' order by scheduled_for")
                    .forEach(this::move);
            var work = QuarkusTransaction.suspendingExisting().call(() -> fixture.begin("pipeline"));
            while (work.stream().noneMatch(CompletableFuture::isDone)
                    && rows.count("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
                Thread.onSpinWait();
            }
            return work;
        });
    }

    private void move(String id) {
        var moment = reslotting.next(moves.hold(owner, id)).orElseThrow();
        moves.schedule(owner, id, moment);
    }

    private void start() {
        as(key).body(Map.of(
                        "name",
                        "Spring launch",
                        "objectives",
                        List.of("Show developers how simple self-hosting can be"),
                        "platforms",
                        List.of("twitter"),
                        "duration_days",
                        30,
                        "start_immediately",
                        true,
                        "constraints",
                        Map.of("posting_times", List.of("09:00"))))
                .post("/v1/missions")
                .then()
                .statusCode(201);
    }
}
