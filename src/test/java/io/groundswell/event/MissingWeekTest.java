package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances are told of the same week for the first time. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissingWeekTest {
    private static final Instant NOW = Instant.parse("2037-07-15T12:00:00Z");

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    @AfterEach
    void release() {
        if (QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            QuarkusTransaction.rollback();
        }
        Api.resetClock();
    }

    @Test
    void what_lacks_a_week_that_the_other_one_makes_is_taken() throws Exception {
        // Given
        Api.setClock(NOW);
        rows.change("drop table if exists event_2037w29");
        var tracker = SiteFixture.open(Api.organization());
        QuarkusTransaction.begin();
        Alone.with(database, "event weeks");
        var told = CompletableFuture.supplyAsync(
                () -> tracker.track(tracker.event("page_view")).statusCode());
        rows.awaitWaiting();
        // When
        rows.change("create table event_2037w29 (like event including all)");
        rows.change("alter table event attach partition event_2037w29"
                + " for values from ('2037-07-13 00:00+00') to ('2037-07-20 00:00+00')");
        QuarkusTransaction.commit();
        // Then
        assertThat(told.get(60, TimeUnit.SECONDS)).isEqualTo(202);
        assertThat(rows.count("select count(*) from event_2037w29")).isOne();
    }
}
