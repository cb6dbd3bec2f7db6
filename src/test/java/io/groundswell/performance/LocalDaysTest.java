package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalDaysTest {
    private static LocalDays days(String zone, String start, String end) {
        var period = new Period(LocalDate.parse(start), LocalDate.parse(end));
        return LocalDays.of(ZoneId.of(zone), period.in(ZoneId.of(zone)));
    }

    @Test
    void a_day_on_which_the_clock_changes_is_two_pieces() {
        var days = days("Europe/Berlin", "2026-03-28", "2026-03-30");

        assertThat(days.begins())
                .asString()
                .isEqualTo("[2026-03-27T23:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z, 2026-03-29T22:00:00Z]");
        assertThat(days.day(1)).isEqualTo("2026-03-28");
        assertThat(days.day(2)).isEqualTo("2026-03-29");
        assertThat(days.day(3)).isEqualTo("2026-03-29");
        assertThat(days.day(4)).isEqualTo("2026-03-30");
    }

    /** Newfoundland put its clocks back by an hour at one minute past midnight. */
    @Test
    void a_day_that_was_over_comes_again_when_the_clock_is_put_back_over_midnight() {
        var days = days("America/St_Johns", "2010-11-06", "2010-11-07");

        assertThat(days.begins())
                .asString()
                .isEqualTo("[2010-11-06T02:30:00Z, 2010-11-07T02:30:00Z, 2010-11-07T02:31:00Z, 2010-11-07T03:30:00Z]");
        assertThat(days.day(1)).isEqualTo("2010-11-06");
        assertThat(days.day(2)).isEqualTo("2010-11-07");
        assertThat(days.day(3)).isEqualTo("2010-11-06");
        assertThat(days.day(4)).isEqualTo("2010-11-07");
    }

    @Test
    void every_piece_of_any_zone_is_on_one_day() {
        var stretch = new Period.Stretch(Instant.parse("2006-01-01T05:06:07Z"), Instant.parse("2012-12-31T00:00:00Z"));
        for (var id : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(id);
            var days = LocalDays.of(zone, stretch);
            var begins = days.begins();
            assertThat(begins.get(0)).isEqualTo(stretch.from());
            for (var piece = 1; piece <= begins.size(); piece++) {
                var first = begins.get(piece - 1);
                var end = piece == begins.size() ? stretch.until() : begins.get(piece);
                if (!end.isAfter(first)
                        || !LocalDate.ofInstant(first, zone).equals(days.day(piece))
                        || !LocalDate.ofInstant(end.minusNanos(1), zone).equals(days.day(piece))
                        || zone.getRules().getOffset(first) != zone.getRules().getOffset(end.minusNanos(1))) {
                    throw new AssertionError("Not on one day in %s: %s to %s".formatted(id, first, end));
                }
            }
        }
    }
}
