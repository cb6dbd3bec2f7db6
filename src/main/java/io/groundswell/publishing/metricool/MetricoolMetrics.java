package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.LivePost;
import io.groundswell.publishing.MetricFailure;
import io.groundswell.publishing.MetricSource;
import io.groundswell.shared.Owner;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What Metricool knows of a post's counters. It lists the posts of some days, and each network has names of its own; a
 * name that is not there is a counter that is not told.
 */
@ApplicationScoped
@Priority(1)
class MetricoolMetrics implements MetricSource {
    private static final Duration AROUND = Duration.ofDays(1);
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final List<String> IDS = List.of("postId", "id", "videoId", "tweetId", "reelId");
    private static final List<String> LINKS = List.of("url", "link", "permalink", "shareUrl", "postUrl");

    /** The first name that a post has counts. */
    private static final Map<Counter, List<String>> NAMES = new EnumMap<>(Map.of(
            Counter.IMPRESSIONS, List.of("impressions", "impressionCount", "views", "viewCount"),
            Counter.REACH, List.of("reach", "impressionsUnique"),
            Counter.LIKES, List.of("reactions", "likes", "likeCount"),
            Counter.COMMENTS, List.of("comments", "commentCount", "replies"),
            Counter.SHARES, List.of("shares", "shareCount", "retweets", "reposts"),
            Counter.SAVES, List.of("saved", "saves"),
            Counter.LINK_CLICKS, List.of("linkclicks", "linkClicks", "clicks"),
            Counter.PROFILE_VISITS, List.of("profileVisits"),
            Counter.FOLLOWERS_GAINED, List.of("follows"),
            Counter.VIEWS, List.of("videoViews", "viewCount")));

    private final MetricoolLogins logins;
    private final MetricoolApi api;

    MetricoolMetrics(MetricoolLogins logins, MetricoolApi api) {
        this.logins = logins;
        this.api = api;
    }

    @Override
    public boolean isConnected(Owner owner, Platform platform) {
        return logins.account(owner, platform).isPresent();
    }

    @Override
    public Counters lifetime(LivePost post) {
        try {
            var login = logins.of(post.owner())
                    .orElseThrow(() -> MetricFailure.passing("Metricool is not connected any more", null));
            return StreamSupport.stream(listed(login, post).spliterator(), false)
                    .filter(row -> isOf(row, post))
                    .findFirst()
                    .map(MetricoolMetrics::counters)
                    .orElseThrow(() -> MetricFailure.passing("Metricool has no figures of the post yet", null));
        } catch (MetricoolFailure failure) {
            throw MetricFailure.passing(failure.getMessage(), failure);
        }
    }

    private JsonNode listed(Login login, LivePost post) {
        return api.get(
                login,
                path(post),
                Map.of(
                        "from", WALL_CLOCK.format(post.publishedAt().minus(AROUND)),
                        "to", WALL_CLOCK.format(post.publishedAt().plus(AROUND)),
                        "timezone", "UTC"));
    }

    private static String path(LivePost post) {
        var kind = post.platform() != Platform.INSTAGRAM
                ? "posts"
                : switch (post.type()) {
                    case REEL -> "reels";
                    case STORY -> "stories";
                    default -> "posts";
                };
        return "/v2/analytics/" + kind + "/" + Networks.of(post.platform()).orElseThrow();
    }

    private static boolean isOf(JsonNode row, LivePost post) {
        var links = LINKS.stream().map(row::path).map(link -> link.asText("")).map(PlannedPost::lastPart);
        return Stream.concat(IDS.stream().map(row::path).map(id -> id.asText("")), links)
                .anyMatch(text -> text.equals(post.postId()));
    }

    private static Counters counters(JsonNode row) {
        var values = new EnumMap<Counter, Long>(Counter.class);
        NAMES.forEach((counter, names) -> names.stream()
                .map(row::path)
                .filter(JsonNode::isNumber)
                .findFirst()
                .map(JsonNode::asLong)
                .filter(Sample::isPossible)
                .ifPresent(value -> values.put(counter, value)));
        return new Counters(values);
    }
}
