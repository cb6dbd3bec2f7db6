package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sessions wait to be over before they are folded, unless there are so many that counting them takes long. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CrowdedSiteTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    @Inject
    SessionFolding folding;

    @Inject
    Rows rows;

    private Website site;
    private long number;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        rows.clear();
        site = Website.open();
        number = rows.count("select number from site");
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    /** One after the other, the last one now. */
    private void visit(int sessions, Duration apart) {
        rows.change("""
                insert into session (site_number, session_key, session_id, user_key, user_id, start_at, end_at, events, interactive)
                select %d, n, 's' || n, n, 'u' || n, at, at, 1, 0
                from (select n, timestamptz '%s' - n * interval '%d milliseconds' as at from generate_series(0, %d) as n) as one""".formatted(number, NOW, apart.toMillis(), sessions - 1));
    }

    private void fold() {
        folding.run(NOW.plus(Duration.ofHours(1)));
    }

    private long notFolded() {
        return rows.count("""
                select count(*) from session s join session_fold f on f.site_number = s.site_number
                where f.sessions_before is null or s.start_at >= f.sessions_before""");
    }

    private List<Integer> lengths() {
        return site.ask("/sessions/distribution", "since", "7d").getList("distribution.sessions", Integer.class);
    }

    @Test
    void sessions_of_the_last_minutes_wait() {
        visit(19_000, Duration.ofMillis(50));

        fold();

        assertThat(notFolded()).isEqualTo(19_000);
    }

    @Test
    void of_very_many_only_the_newest_wait() {
        visit(24_000, Duration.ofMillis(50));

        fold();

        // 2,400 of the last two minutes, and 20,000 before; the clock goes on.
        assertThat(notFolded()).isBetween(22_000L, 22_402L);
        assertThat(lengths()).containsExactly(24_000);
    }

    /** As files of the past have it, that know the day alone. */
    @Test
    void any_number_that_start_at_the_same_moment_are_folded_at_once() {
        visit(5_000, Duration.ZERO);

        Api.setClock(NOW.plus(Duration.ofMinutes(50)));
        fold();

        assertThat(notFolded()).isZero();
        assertThat(lengths()).containsExactly(5_000);
        assertThat(rows.count("select visitors from visitor_count where site_number = " + number))
                .isEqualTo(5_000);
    }

    @Test
    void one_that_goes_on_after_it_was_folded_is_counted_as_it_is() {
        // Given
        site.tell(NOW.minusSeconds(1_200).toString(), "page_view", "ada", "long");
        visit(24_000, Duration.ofMillis(50));
        fold();
        // When
        site.tell(NOW.minusSeconds(1_180).toString(), "page_view", "ada", "long");
        // Then
        assertThat(lengths()).containsExactly(24_000, 1);
        fold();
        assertThat(lengths()).containsExactly(24_000, 1);
        assertThat(rows.count("select count(*) from session_change where site_number = " + number))
                .isZero();
    }
}
