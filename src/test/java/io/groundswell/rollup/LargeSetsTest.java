package io.groundswell.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** What changes on many days of a site, each with more users than fit into memory with those of the others. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LargeSetsTest {
    private static final Instant NOW = Instant.parse("2030-03-08T01:00:00Z");
    private static final int DAYS = 7;
    private static final int USERS = 400_000;

    @Inject
    EventFold events;

    @Inject
    SessionFold sessions;

    @Inject
    AgroalDataSource database;

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
        comeEveryDay("ada");
    }

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private void comeEveryDay(String user) {
        for (var day = 1; day <= DAYS; day++) {
            site.tell("2030-03-0%dT00:10:00Z".formatted(day), "page_view", user, user + day, "path", "/");
        }
        assertThat(events.step(number, 1_000)).isEqualTo(DAYS);
        assertThat(sessions.step(number, NOW, 1_000)).isEqualTo(DAYS);
    }

    /** Every set is of as many users, none of whom is one who is told. */
    private void beLarge(String table) {
        var many = new RoaringBitmap();
        IntStream.rangeClosed(1, USERS).forEach(user -> many.add(user * 8));
        var stored = Bitmaps.write(many);
        assertThat((long) DAYS * stored.length).isGreaterThan(2 * Bitmaps.MOST_BYTES);
        Sql.text("update %s set users = :users where users is not null and site_number = :site".formatted(table))
                .update(database, Map.of("users", stored, "site", number));
    }

    private List<Long> users(String table) {
        return Sql.text("select users from %s where users is not null and site_number = :site".formatted(table))
                .list(database, Map.of("site", number), row -> Bitmaps.read(row.getBytes("users"))
                        .getLongCardinality());
    }

    @Test
    void every_day_of_sessions_gets_who_comes() {
        beLarge("session_figure");

        comeEveryDay("bob");

        assertThat(users("session_figure")).hasSize(DAYS).containsOnly(USERS + 1L);
        assertThat(rows.count("select sum(sessions) from session_figure where kind = 1 and site_number = " + number))
                .isEqualTo(2 * DAYS);
    }

    @Test
    void every_figure_of_events_gets_who_comes() {
        beLarge("event_figure");

        comeEveryDay("bob");

        assertThat(users("event_figure")).hasSizeGreaterThan(DAYS).containsOnly(USERS + 1L);
    }
}
