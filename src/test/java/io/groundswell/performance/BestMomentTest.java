package io.groundswell.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class BestMomentTest {

    private static Outcome post(String at, double rate) {
        return new Outcome("msn_1", ZonedDateTime.parse(at), rate);
    }

    @Test
    void the_highest_mean_of_two_posts_or_more_wins() {
        assertThat(BestMoment.of(List.of(
                        post("2030-01-07T09:05:00Z", 30),
                        post("2030-01-14T09:50:00Z", 40),
                        post("2030-01-08T14:00:00Z", 50),
                        post("2030-01-15T14:10:00Z", 30),
                        // Better than any, but alone
                        post("2030-01-09T20:00:00Z", 99))))
                .isEqualTo(new BestMoment("Tuesday", "14:00"));
    }

    @Test
    void without_two_posts_alike_there_is_none() {
        assertThat(BestMoment.of(List.of(post("2030-01-07T09:00:00Z", 30), post("2030-01-08T10:00:00Z", 40))))
                .isEqualTo(new BestMoment(null, null));
    }

    @Test
    void of_two_equals_the_earlier_is_taken() {
        assertThat(BestMoment.of(List.of(
                        post("2030-01-08T16:00:00Z", 30),
                        post("2030-01-08T16:30:00Z", 30),
                        post("2030-01-07T10:00:00Z", 30),
                        post("2030-01-07T10:30:00Z", 30))))
                .isEqualTo(new BestMoment("Monday", "10:00"));
    }

    private static BestMoment.Mean mean(int moment, long posts, String rate) {
        return new BestMoment.Mean(moment, posts, rate == null ? null : new BigDecimal(rate));
    }

    @Test
    void means_that_are_known_already_are_held_to_the_same_rules() {
        assertThat(BestMoment.of(
                        List.of(mean(3, 2, "3.50"), mean(2, 9, "3.5"), mean(7, 1, "9.9"), mean(1, 0, null)),
                        List.of(mean(14, 2, "4"), mean(9, 3, "3.999"))))
                .isEqualTo(new BestMoment("Tuesday", "14:00"));
        assertThat(BestMoment.of(List.of(mean(7, 1, "9.9")), List.of())).isEqualTo(new BestMoment(null, null));
    }
}
