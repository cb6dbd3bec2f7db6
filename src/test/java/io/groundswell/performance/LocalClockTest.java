package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalClockTest {
    @Test
    void a_zone_has_a_row_for_each_stretch_of_one_distance_to_utc() {
        var year = new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")).in(ZoneOffset.UTC);

        var columns = LocalClock.of(List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("Asia/Kathmandu")), year)
                .columns();

        assertThat(columns.get("zones"))
                .containsExactly("Europe/Berlin", "Europe/Berlin", "Europe/Berlin", "Asia/Kathmandu");
        assertThat(columns.get("begins"))
                .asString()
                .isEqualTo("[2026-01-01T00:00:00Z, 2026-03-29T01:00:00Z, 2026-10-25T01:00:00Z, 2026-01-01T00:00:00Z]");
        assertThat(columns.get("ends"))
                .asString()
                .isEqualTo("[2026-03-29T01:00:00Z, 2026-10-25T01:00:00Z, 2027-01-01T00:00:00Z, 2027-01-01T00:00:00Z]");
        assertThat(columns.get("seconds")).containsExactly(3_600, 7_200, 3_600, 20_700);
    }

    /** Names that the database need not know are of no concern to it. */
    @Test
    void every_zone_covers_every_moment_once() {
        var period = new Period(LocalDate.parse("1970-01-01"), LocalDate.parse("2040-12-31")).in(ZoneOffset.UTC);
        for (var id : ZoneId.getAvailableZoneIds()) {
            var columns = LocalClock.of(List.of(ZoneId.of(id)), period).columns();
            var begins = columns.get("begins");
            assertThat(begins.get(0)).isEqualTo(period.from());
            assertThat(columns.get("ends").get(begins.size() - 1)).isEqualTo(period.until());
            assertThat(columns.get("ends").subList(0, begins.size() - 1)).isEqualTo(begins.subList(1, begins.size()));
        }
    }
}
