package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ExpiredFiguresTest {
    private static final Instant NOW = Instant.parse("2032-03-05T12:00:00Z");

    @Inject
    Rows rows;

    @AfterEach
    void reset() {
        rows.refuseNothing();
        Api.resetClock();
    }

    @Test
    void very_many_go_some_at_a_time_and_segments_before_them() {
        // Given
        Api.setClock(NOW);
        rows.clear();
        Website.in(Api.organization("free", Map.of()), "shop").tell(NOW.toString(), "page_view", "ada", "s1");
        Api.work();
        var site = rows.count("select number from site");
        rows.change("""
                insert into event_figure (site_number, name_key, kind, day, value_key, events, value)
                select %d, 0, 11, date '2032-03-05', value_key('v' || n), 1, 'v' || n from generate_series(1, 12000) n""".formatted(site));
        rows.change("""
                insert into session_figure (site_number, kind, day, value_key, sessions, bounces, duration, events, value)
                select %d, 2, date '2032-03-05', value_key('v' || n), 1, 0, 0, 1, 'v' || n from generate_series(1, 12000) n""".formatted(site));
        rows.change("""
                insert into event_segment (site_number, first_seq, last_seq, first_day, last_day, whole)
                values (%d, 1, 1, '2032-03-05', '2032-03-05', true)""".formatted(site));
        // When the last ones cannot be deleted
        rows.refuse("delete on event_figure", "old.name_key = 0 and old.kind = 1");
        Api.setClock(Instant.parse("2032-03-15T00:00:00Z"));
        Api.work();
        // Then
        assertThat(count("event_figure", site)).isBetween(1L, 2_000L);
        assertThat(count("session_figure", site)).isZero();
        assertThat(rows.count("select count(*) from event_segment where dropped_at is null and site_number = " + site))
                .isZero();
        // When
        rows.refuseNothing();
        Api.work();
        // Then
        assertThat(count("event_figure", site)).isZero();
    }

    private long count(String figures, long site) {
        return rows.count("select count(*) from %s where site_number = %d".formatted(figures, site));
    }
}
