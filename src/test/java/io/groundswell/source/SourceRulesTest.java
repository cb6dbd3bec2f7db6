package io.groundswell.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRulesTest {
    @ParameterizedTest
    @CsvSource({"1,5", "2,10", "3,20", "7,320", "40,320"})
    void failures_are_tried_again_later_and_later(int failures, long minutes) {
        assertThat(Intervals.retry(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void what_is_missing_is_asked_for_ever_less_and_at_least_every_week() {
        assertThat(Intervals.missing(Duration.ofHours(6), 0)).isEqualTo(Duration.ofHours(6));
        assertThat(Intervals.missing(Duration.ofHours(6), 2)).isEqualTo(Duration.ofHours(24));
        assertThat(Intervals.missing(Duration.ofHours(6), 30)).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x/abc~c5_100.webp?x-expires=1, https://b.example/y/abc~c5_720.jpeg?x-expires=2, true",
        "https://a.example/x/abc~c5.webp, https://a.example/x/abd~c5.webp, false",
        "https://a.example/x/abc.webp, https://a.example/x/abc.webp?again, true",
        "not an address, not an address, true"
    })
    void addresses_of_one_picture_differ(String one, String other, boolean isSame) {
        assertThat(ProfileChanges.picture(one).equals(ProfileChanges.picture(other)))
                .isEqualTo(isSame);
    }

    @ParameterizedTest
    @CsvSource({"1000,499,true", "1000,500,false", "1000,0,true", "100,0,true", "99,0,false", ",0,false", "1000,,false"
    })
    void what_falls_by_more_than_half_is_doubted_unless_it_was_little(Long before, Long now, boolean isDoubted) {
        assertThat(Doubts.fallsDeep(before, now)).isEqualTo(isDoubted);
    }

    @Test
    void what_was_not_believed_is_asked_for_again_within_an_hour() {
        assertThat(Intervals.again(Duration.ofHours(72))).isEqualTo(Duration.ofHours(1));
        assertThat(Intervals.again(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void credentials_are_read_as_they_were_written_and_say_nothing_of_themselves() {
        var credentials = new Credentials(Map.of("a", "x=y=", "b", "z"));
        assertThat(Credentials.read(credentials.text())).isEqualTo(credentials);
        assertThat(Credentials.read("").values()).isEmpty();
        assertThat(credentials.toString()).doesNotContain("x=y");
    }
}
