package io.groundswell.source.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.source.KnownVideo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokRulesTest {
    private static final Instant NOW = Instant.parse("2030-06-15T12:00:00Z");

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e30", "99999999999999999999", "\"7\"", "null", "true", "[]", "{}"})
    void what_nobody_can_have_counted_is_not_told(String text) throws Exception {
        assertThat(Told.count(json(text))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "99999999999999", "1e30", "\"1907755200\"", "1500", "null"})
    void when_nothing_can_have_been_posted_is_not_told(String text) throws Exception {
        assertThat(Told.posted(json(text), Clock.fixed(NOW, ZoneOffset.UTC))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'\"7123\"',7123", "7123,7123", "-7,", "'\"7x\"',", "'\"\"',", "7.5,"})
    void ids_are_digits(String text, String id) throws Exception {
        assertThat(Told.id(json(text))).isEqualTo(id);
    }

    @Test
    void texts_are_without_what_cannot_be_stored_and_end_between_characters() {
        assertThat(Told.clean(" a\u0000b\n\uD800c ", 10)).isEqualTo("a b c");
        assertThat(Told.clean("\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 2)).isEqualTo("\uD83D\uDE00\uD83D\uDE00");
    }

    @Test
    void a_search_goes_back_in_time_without_a_gap() {
        var from = LocalDate.of(2030, 3, 1);
        var place = new Place(LocalDate.of(2030, 6, 15), null, null);
        var days = 0L;
        while (place != null) {
            var first = place.first(from);
            days += first.until(place.last(), ChronoUnit.DAYS) + 1;
            assertThat(first.plusDays(30)).isAfter(place.last());
            assertThat(Place.read(place.text())).isEqualTo(place);
            place = place.earlier(from);
        }
        assertThat(days).isEqualTo(from.until(LocalDate.of(2030, 6, 16), ChronoUnit.DAYS));
        var other = new Place(from, "100", "72");
        assertThat(Place.read(other.text())).isEqualTo(other);
        var unnamed = new Place(from, "100", null);
        assertThat(Place.read(unnamed.text())).isEqualTo(unnamed);
    }

    @Property
    void all_videos_are_asked_for_once_and_no_call_reaches_over_thirty_days(
            @ForAll @Size(max = 300) List<@IntRange(max = 1_000) Integer> ages,
            @ForAll @IntRange(min = -60, max = 60) int daysAfter) {
        var videos = ages.stream().map(age -> known(age, age - daysAfter)).toList();
        var parts = PostingDays.parts(videos, 100, NOW);
        assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(videos);
        for (var part : parts) {
            assertThat(part).hasSizeLessThanOrEqualTo(100);
            var days = PostingDays.of(part, NOW);
            assertThat(days.first().minusDays(1).plusDays(29))
                    .isAfterOrEqualTo(days.last().plusDays(1));
            assertThat(days.last()).isBeforeOrEqualTo(LocalDate.of(2030, 6, 15));
            part.forEach(video -> assertThat(PostingDays.of(video, NOW).first()).isBetween(days.first(), days.last()));
        }
    }

    /** Its id is as old as the first tells, and its posting as the second. */
    private static KnownVideo known(Integer given, Integer posted) {
        var id = given == null ? 12 : NOW.minusSeconds(86_400L * given).getEpochSecond() << 32;
        var at = posted == null ? null : NOW.minusSeconds(86_400L * posted);
        return new KnownVideo(UUID.randomUUID(), Long.toString(id), at);
    }

    @ParameterizedTest
    @CsvSource({
        "5,5,2030-06-10,2030-06-10",
        "20,5,2030-05-26,2030-06-10",
        "5,20,2030-05-26,2030-06-10",
        "5,500,2030-06-10,2030-06-10",
        "5,-500,2030-06-10,2030-06-10",
        "0,-1,2030-06-15,2030-06-15",
        ",5,2030-06-10,2030-06-10",
        ",-500,2030-06-15,2030-06-15",
    })
    void a_posting_is_looked_for_where_it_can_have_been(
            Integer given, Integer posted, LocalDate first, LocalDate last) {
        assertThat(PostingDays.of(known(given, posted), NOW)).isEqualTo(new PostingDays(first, last));
    }

    @ParameterizedTest
    @CsvSource({"7000000000000000000,2021-08-24", "12,2030-06-15", "9999999999999999999999999,2030-06-15"})
    void an_id_tells_its_day(String id, LocalDate day) {
        assertThat(PostingDays.of(new KnownVideo(UUID.randomUUID(), id, null), NOW))
                .isEqualTo(new PostingDays(day, day));
    }
}
