package io.groundswell.source.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.metric.Counter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SandboxTikTokTest {
    private static final LocalDate DAY = LocalDate.of(2030, 6, 15);

    @Property
    void counters_never_fall_and_people_see_before_they_do_anything(
            @ForAll @AlphaChars @StringLength(min = 1, max = 30) String handle,
            @ForAll @IntRange(max = 5_000) int hours,
            @ForAll @IntRange(max = 500) int more) {
        var id = SandboxTikTok.videoId(handle, DAY);
        var posted = SandboxTikTok.postedAt(handle, DAY);
        var before = SandboxTikTok.counters(id, posted, posted.plus(Duration.ofHours(hours)));
        var after = SandboxTikTok.counters(id, posted, posted.plus(Duration.ofHours(hours + more)));
        for (var counter : Counter.ofVideos()) {
            assertThat(after.get(counter)).isGreaterThanOrEqualTo(before.get(counter));
            assertThat(after.get(counter)).isLessThanOrEqualTo(after.get(Counter.VIEWS));
        }
    }

    @Test
    void a_creator_posts_two_to_five_times_a_week_whoever_asks() {
        var ids = new HashSet<String>();
        var posts = 0;
        for (var number = 0; number < 20; number++) {
            for (var day = 0; day < 364; day++) {
                var handle = "maya" + number;
                if (SandboxTikTok.postsOn(handle, DAY.minusDays(day))) {
                    posts++;
                    ids.add(SandboxTikTok.videoId(handle, DAY.minusDays(day)));
                    assertThat(SandboxTikTok.postsOn("MAYA" + number, DAY.minusDays(day)))
                            .isTrue();
                }
            }
        }
        assertThat(ids).hasSize(posts);
        assertThat(posts / 20.0 / 52).isBetween(2.0, 5.0);
    }

    @Test
    void followers_grow() {
        var start = Instant.parse("2030-01-01T00:00:00Z");
        assertThat(SandboxTikTok.followers("maya", start.plus(Duration.ofDays(100))))
                .isGreaterThan(SandboxTikTok.followers("maya", start));
    }
}
