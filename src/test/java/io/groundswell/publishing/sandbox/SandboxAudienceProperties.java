package io.groundswell.publishing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.LivePost;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class SandboxAudienceProperties {
    /** A Monday, on which impressions are as they are. */
    private static final Instant OUT = Instant.parse("2030-01-14T12:00:00Z");

    private static final Owner OWNER = new Owner("tnt_1", Mode.TEST);
    private static final List<Counter> ENGAGEMENTS =
            List.of(Counter.LIKES, Counter.COMMENTS, Counter.SHARES, Counter.SAVES, Counter.LINK_CLICKS);

    private static LivePost post(String id, ContentType type, Instant out) {
        return new LivePost(OWNER, id, Platform.TWITTER, type, "1", null, out);
    }

    private static Counters after(LivePost post, long seconds) {
        return new SandboxAudience(post).at(post.publishedAt().plusSeconds(seconds));
    }

    private static long engaged(Counters counters) {
        return ENGAGEMENTS.stream().mapToLong(counters::get).sum();
    }

    @Property
    void counters_never_fall_and_are_the_same_whenever_they_are_asked_for(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String id,
            @ForAll ContentType type,
            @ForAll @IntRange(max = 3_000_000) int early,
            @ForAll @IntRange(max = 3_000_000) int later) {
        var post = post(id, type, OUT.plusSeconds(early));
        var before = after(post, Math.min(early, later));
        var after = after(post, Math.max(early, later));
        for (var counter : Counter.ofPosts()) {
            assertThat(before.get(counter)).isNotNegative().isLessThanOrEqualTo(after.get(counter));
        }
        assertThat(after(post, early)).isEqualTo(after(post, early));
    }

    @Property
    void between_two_and_six_in_a_hundred_engage(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String id,
            @ForAll ContentType type,
            @ForAll @IntRange(max = 700_000) int out) {
        var post = post(id, type, OUT.plusSeconds(out));
        assertThat(new SandboxAudience(post).engagementRate()).isBetween(0.02, 0.06);
        var counters = after(post, Duration.ofDays(30).toSeconds());
        // Each kind of engagement is a whole number, so up to five are lost.
        var lost = 5.0 / counters.get(Counter.IMPRESSIONS);
        assertThat((double) engaged(counters) / counters.get(Counter.IMPRESSIONS))
                .isBetween(0.02 - lost, 0.06);
        assertThat(counters.get(Counter.REACH)).isLessThan(counters.get(Counter.IMPRESSIONS));
    }

    @Example
    void impressions_approach_their_base_by_half_in_some_eight_hours() {
        var post = post("cnt_1", ContentType.POST, OUT);
        var base = after(post, Duration.ofDays(90).toSeconds()).get(Counter.IMPRESSIONS);
        assertThat(base).isBetween(800L, 5_000L);
        assertThat(after(post, Duration.ofHours(12).toSeconds()).get(Counter.IMPRESSIONS))
                .isCloseTo((long) (base * (1 - Math.exp(-1))), within(2L));
        assertThat(after(post, 0).get(Counter.IMPRESSIONS)).isZero();
        assertThat(new SandboxAudience(post).at(OUT.minusSeconds(60)).get(Counter.IMPRESSIONS))
                .isZero();
    }

    @Example
    void threads_are_seen_by_more_and_weekends_by_fewer() {
        var month = Duration.ofDays(60).toSeconds();
        var post = after(post("cnt_1", ContentType.POST, OUT), month).get(Counter.IMPRESSIONS);
        assertThat(after(post("cnt_1", ContentType.THREAD, OUT), month).get(Counter.IMPRESSIONS))
                .isCloseTo((long) (1.7 * post), within(2L));
        var saturday = OUT.plus(Duration.ofDays(5));
        assertThat(after(post("cnt_1", ContentType.POST, saturday), month).get(Counter.IMPRESSIONS))
                .isCloseTo((long) (0.7 * post), within(2L));
    }
}
