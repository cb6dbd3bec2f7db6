package io.groundswell.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DailySeriesTest {
    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");

    private static Sample sample(String at, boolean reset, Counter counter, long value) {
        return new Sample(Histories.POST, Instant.parse(at), reset, new Counters(Map.of(counter, value)));
    }

    private static Sample views(String at, long value) {
        return sample(at, false, Counter.VIEWS, value);
    }

    private static String days(List<Sample> samples, ZoneId zone, Counter counter) {
        var text = new StringBuilder();
        DailySeries.of(Counters.NONE, samples, zone)
                .forEach((date, day) -> text.append("%s +%d =%d%n"
                        .formatted(date, day.gained().get(counter), day.level().get(counter))));
        return text.toString();
    }

    @Test
    void gains_belong_to_the_day_of_the_later_sample_and_a_fall_is_no_gain() {
        assertThat(days(
                        List.of(
                                views("2026-02-03T06:00:00Z", 40),
                                views("2026-02-04T06:00:00Z", 65),
                                views("2026-02-06T06:00:00Z", 60),
                                views("2026-02-07T06:00:00Z", 90)),
                        ZoneOffset.UTC,
                        Counter.VIEWS))
                .isEqualTo("""
                        2026-02-03 +0 =40
                        2026-02-04 +25 =65
                        2026-02-06 +0 =60
                        2026-02-07 +30 =90
                        """);
    }

    @Test
    void followers_are_lost_too_and_a_reset_is_neither_gain_nor_loss() {
        assertThat(days(
                        List.of(
                                sample("2026-02-03T06:00:00Z", false, Counter.FOLLOWERS, 100),
                                sample("2026-02-04T06:00:00Z", false, Counter.FOLLOWERS, 90),
                                sample("2026-02-09T06:00:00Z", true, Counter.FOLLOWERS, 500),
                                sample("2026-02-09T18:00:00Z", false, Counter.FOLLOWERS, 501)),
                        ZoneOffset.UTC,
                        Counter.FOLLOWERS))
                .isEqualTo("""
                        2026-02-03 +0 =100
                        2026-02-04 +-10 =90
                        2026-02-09 +1 =501
                        """);
    }

    @Test
    void a_counter_that_is_not_told_stands_where_it_stood() {
        var days = DailySeries.of(
                Counters.NONE,
                List.of(
                        views("2026-02-03T06:00:00Z", 40),
                        sample("2026-02-04T06:00:00Z", false, Counter.LIKES, 7),
                        views("2026-02-05T06:00:00Z", 50)),
                ZoneOffset.UTC);
        var second = days.get(LocalDate.parse("2026-02-04"));
        assertThat(second.gained().get(Counter.VIEWS)).isZero();
        assertThat(second.level().get(Counter.VIEWS)).isEqualTo(40);
        assertThat(second.gained().get(Counter.LIKES)).isZero();
        assertThat(days.get(LocalDate.parse("2026-02-03")).level().get(Counter.LIKES))
                .isNull();
        assertThat(days.get(LocalDate.parse("2026-02-05")).gained().get(Counter.VIEWS))
                .isEqualTo(10);
    }

    @Test
    void a_day_that_is_interrupted_by_the_day_before_ends_with_its_last_sample() {
        // At one minute past midnight the clock goes back to one minute past eleven in the evening.
        var early = views("2006-10-29T02:30:30Z", 10);
        var evening = views("2006-10-29T03:00:00Z", 30);
        assertThat(early.at().atZone(ST_JOHNS).toLocalDate()).isEqualTo("2006-10-29");
        assertThat(evening.at().atZone(ST_JOHNS).toLocalDate()).isEqualTo("2006-10-28");

        assertThat(days(List.of(early, evening), ST_JOHNS, Counter.VIEWS)).isEqualTo("""
                        2006-10-28 +20 =30
                        2006-10-29 +0 =30
                        """);
        assertThat(DailySeries.firstChanged(early, ST_JOHNS)).isEqualTo("2006-10-28");
        assertThat(DailySeries.firstChanged(evening, ST_JOHNS)).isEqualTo("2006-10-28");
    }

    @Test
    void counters_that_nobody_can_have_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> views("2026-02-03T06:00:00Z", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> views("2026-02-03T06:00:00Z", Sample.MOST + 1));
    }
}
