package io.groundswell.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-03");
    private static final Stamp STAMP = new Stamp("1:1:", Set.of("org"));

    private Instant now = Instant.parse("2026-02-03T12:00:00Z");
    private final AnswerCache cache = cache(3, 100_000);

    private AnswerCache cache(int entries, long bytes) {
        InstantSource moment = () -> now;
        return new AnswerCache(
                new SeriesConfig() {
                    @Override
                    public int cacheEntries() {
                        return entries;
                    }

                    @Override
                    public long cacheBytes() {
                        return bytes;
                    }
                },
                moment.withZone(ZoneOffset.UTC));
    }

    private static AnswerCache.Key key(int number) {
        var question = new Question(
                EntityType.VIDEO,
                List.of(new UUID(0, number)),
                Metric.VIEWS,
                null,
                Reading.NEW,
                Granularity.DAY,
                0,
                new Span(DAY, DAY),
                ZoneOffset.UTC,
                DAY,
                false,
                null,
                0,
                false);
        return new AnswerCache.Key(new Owner("tnt_1", Mode.LIVE), question, null);
    }

    private static Answer answer(int points) {
        return answer(List.of(line("Clip", points)));
    }

    private static Line line(String label, int points) {
        return new Line(new EntityRef(EntityType.VIDEO, "1", label), Collections.nCopies(points, new Point(DAY, 1L)));
    }

    private static Answer answer(List<Line> lines) {
        return new Answer(
                key(0).question(), new Lines(lines, List.of(), List.of()), List.of(), List.of(), null, null, null);
    }

    private boolean has(int number) {
        return cache.find(key(number)) != null;
    }

    @Test
    void an_answer_is_kept_for_300_seconds() {
        var answer = answer(1);
        cache.keep(key(1), answer, STAMP);

        now = now.plus(Duration.ofSeconds(299));
        assertThat(cache.find(key(1))).isEqualTo(new AnswerCache.Kept(answer, STAMP));

        now = now.plus(Duration.ofSeconds(1));
        assertThat(has(1)).isFalse();
    }

    @Test
    void an_answer_from_the_future_is_none() {
        cache.keep(key(1), answer(1), STAMP);
        now = now.minusSeconds(1);
        assertThat(has(1)).isFalse();
    }

    @Test
    void those_that_were_not_asked_for_longest_go_first() {
        for (var number = 1; number <= 3; number++) {
            cache.keep(key(number), answer(1), STAMP);
        }
        assertThat(has(1)).isTrue();
        cache.keep(key(4), answer(1), STAMP);

        assertThat(List.of(has(1), has(2), has(3), has(4))).containsExactly(true, false, true, true);
    }

    @Test
    void what_is_large_takes_the_place_of_many() {
        var large = cache(1_000, 100_000);
        for (var number = 0; number < 100; number++) {
            large.keep(key(number), answer(150), STAMP);
        }
        var kept = 0;
        for (var number = 0; number < 100; number++) {
            kept += large.find(key(number)) == null ? 0 : 1;
        }
        assertThat(kept * answer(150).weight()).isBetween(80_000L, 100_000L);
    }

    @Test
    void what_would_push_out_all_others_is_not_kept() {
        cache.keep(key(1), answer(1), STAMP);
        cache.keep(key(2), answer(1_000), STAMP);
        assertThat(List.of(has(1), has(2))).containsExactly(true, false);
    }

    @Test
    void names_take_room_as_well() {
        var clips = answer(Collections.nCopies(20, line("Clip", 1)));
        var stories = answer(Collections.nCopies(20, line("x".repeat(500), 1)));
        assertThat(stories.weight() - clips.weight()).isEqualTo(20 * 2 * 496);

        cache.keep(key(1), clips, STAMP);
        cache.keep(key(2), stories, STAMP);
        assertThat(List.of(has(1), has(2))).containsExactly(true, false);
    }

    @Test
    void an_answer_takes_the_place_of_the_one_before_it() {
        for (var time = 0; time < 50; time++) {
            cache.keep(key(1), answer(100), STAMP);
        }
        assertThat(has(1)).isTrue();
        cache.keep(key(2), answer(100), STAMP);
        assertThat(List.of(has(1), has(2))).containsExactly(true, true);
    }
}
