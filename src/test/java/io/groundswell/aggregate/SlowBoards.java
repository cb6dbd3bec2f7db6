package io.groundswell.aggregate;

import io.groundswell.series.World;
import io.groundswell.series.World.Campaign;
import io.groundswell.series.World.Creator;
import io.groundswell.series.World.Snap;
import io.groundswell.series.World.Video;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The answers as the contract words them, worked out one thing after the other. It shares nothing with the server. */
final class SlowBoards {
    private static final Map<String, String> COUNTERS = Map.of(
            "view_count", "views",
            "like_count", "likes",
            "comment_count", "comments",
            "share_count", "shares",
            "save_count", "saves");
    private static final List<String> ENGAGED = List.of("likes", "comments", "shares", "saves");

    private final World world;
    private final ZoneId zone;
    private final LocalDate from;
    private final LocalDate to;

    /** @param from null where it is open, like {@code to} */
    SlowBoards(World world, ZoneId zone, LocalDate from, LocalDate to) {
        this.world = world;
        this.zone = zone;
        this.from = from;
        this.to = to;
    }

    private static Long level(Collection<Snap> written, String counter) {
        var latest = new TreeMap<Instant, Snap>();
        written.forEach(snap -> latest.put(snap.at(), snap));
        Long level = null;
        for (var snap : latest.values()) {
            level = snap.values().getOrDefault(counter, level);
        }
        return level;
    }

    private static Long sum(Collection<Video> videos, String counter) {
        Long sum = null;
        for (var video : videos) {
            var level = level(video.written(), counter);
            if (level != null) {
                sum = (sum == null ? 0 : sum) + level;
            }
        }
        return sum;
    }

    private LocalDate day(Video video) {
        return video.postedAt().atZone(zone).toLocalDate();
    }

    private boolean isAsked(Video video) {
        if (!world.isCounted(video)) {
            return false;
        }
        if (from == null && to == null) {
            return true;
        }
        return video.postedAt() != null
                && (from == null || !day(video).isBefore(from))
                && (to == null || !day(video).isAfter(to));
    }

    private List<Video> videos() {
        return world.videos.values().stream().filter(this::isAsked).toList();
    }

    private List<Video> measured() {
        return videos().stream()
                .filter(video -> level(video.written(), "views") != null)
                .toList();
    }

    private List<Creator> creators() {
        return world.creators.values().stream()
                .filter(creator -> !creator.removed())
                .toList();
    }

    private List<Video> of(Creator creator) {
        return videos().stream()
                .filter(video -> creator.id().equals(video.creator()))
                .toList();
    }

    /** The most first, what is not known last, then by id. */
    private static List<Map<String, Object>> ranked(
            List<Map<String, Object>> rows, String id, Function<Map<String, Object>, Object> by) {
        Comparator<Map<String, Object>> most = Comparator.comparing(
                row -> by.apply(row) == null
                        ? null
                        : new BigDecimal(by.apply(row).toString()),
                Comparator.nullsLast(Comparator.reverseOrder()));
        return rows.stream()
                .sorted(most.thenComparing(row -> row.get(id).toString()))
                .toList();
    }

    private static void count(Map<String, Object> row, Collection<Video> videos) {
        COUNTERS.forEach((name, counter) -> row.put(name, sum(videos, counter)));
    }

    List<Map<String, Object>> videoLeaderboard(String order) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var video : videos()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("video_id", video.id().toString());
            row.put("title", video.title());
            row.put("thumbnail_url", null);
            row.put("url", video.url());
            count(row, List.of(video));
            var posted = video.postedAt();
            row.put(
                    "posted_at",
                    posted == null
                            ? null
                            : posted.truncatedTo(ChronoUnit.SECONDS).toString());
            rows.add(row);
        }
        return ranked(
                rows,
                "video_id",
                row -> !order.equals("posted_at")
                        ? row.get(order)
                        : row.get(order) == null
                                ? null
                                : Instant.parse((String) row.get(order)).toEpochMilli());
    }

    List<Map<String, Object>> heatmap() {
        var cells = new TreeMap<Integer, List<Video>>();
        for (var video : videos()) {
            if (video.postedAt() != null) {
                var local = video.postedAt().atZone(zone);
                var cell = local.getDayOfWeek().getValue() % 7 * 24 + local.getHour();
                cells.computeIfAbsent(cell, any -> new ArrayList<>()).add(video);
            }
        }
        var rows = new ArrayList<Map<String, Object>>();
        cells.forEach((cell, videos) -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("dow", cell / 24);
            row.put("hour", cell % 24);
            row.put("post_count", videos.size());
            row.put("avg_views", average(videos));
            rows.add(row);
        });
        return rows;
    }

    private static Double average(Collection<Video> videos) {
        var known = videos.stream()
                .filter(video -> level(video.written(), "views") != null)
                .count();
        return known == 0 ? null : (Double) ((double) sum(videos, "views") / known);
    }

    private List<Long> views() {
        return measured().stream()
                .map(video -> level(video.written(), "views"))
                .sorted()
                .toList();
    }

    /** The least of the counts that so many of a hundred videos do not exceed. */
    private static Long percentile(List<Long> sorted, int percent) {
        for (var count : sorted) {
            if (sorted.stream().filter(other -> other <= count).count() * 100 >= (long) percent * sorted.size()) {
                return count;
            }
        }
        return null;
    }

    Map<String, Object> distribution() {
        var views = views();
        var buckets = new ArrayList<Map<String, Object>>();
        for (var least = views.isEmpty() ? 0 : least(views.get(0)); !views.isEmpty(); ) {
            var most = most(least);
            var first = least;
            buckets.add(Map.of(
                    "min",
                    least,
                    "max",
                    most,
                    "count",
                    views.stream()
                            .filter(count -> count >= first && count <= most)
                            .count()));
            if (views.get(views.size() - 1) <= most) {
                break;
            }
            least = most + 1;
        }
        var percentiles = new LinkedHashMap<String, Object>();
        for (var percent : List.of(25, 50, 75, 90, 99)) {
            percentiles.put("p" + percent, percentile(views, percent));
        }
        return Map.of("buckets", buckets, "percentiles", percentiles, "total_count", views.size());
    }

    private static long least(long views) {
        var text = Long.toString(views);
        var digit = text.charAt(0) - '0';
        var lead = digit >= 5 ? 5 : Math.min(digit, 2);
        return Long.parseLong(lead + "0".repeat(text.length() - 1));
    }

    private static long most(long least) {
        return least == 0 ? 0 : Long.toString(least).startsWith("2") ? least / 2 * 5 - 1 : least * 2 - 1;
    }

    Long median() {
        return percentile(views(), 50);
    }

    List<Map<String, Object>> outliers(String side, BigDecimal ratio) {
        var median = median();
        var rows = new ArrayList<Map<String, Object>>();
        for (var video : median == null || median == 0 ? List.<Video>of() : measured()) {
            var views = level(video.written(), "views");
            var above = BigDecimal.valueOf(views).compareTo(ratio.multiply(BigDecimal.valueOf(median))) >= 0;
            var below = ratio.multiply(BigDecimal.valueOf(views)).compareTo(BigDecimal.valueOf(median)) <= 0;
            if (above && !side.equals("below") || below && !side.equals("above")) {
                var row = new LinkedHashMap<String, Object>();
                row.put("video_id", video.id().toString());
                row.put("title", video.title());
                row.put("url", video.url());
                row.put("view_count", views);
                row.put("ratio_to_median", (double) views / median);
                rows.add(row);
            }
        }
        return ranked(rows, "video_id", row -> (side.equals("below") ? -1 : 1) * (Long) row.get("view_count"));
    }

    private static Map<String, Object> named(Creator creator) {
        var row = new LinkedHashMap<String, Object>();
        row.put("creator_id", creator.id().toString());
        row.put("tiktok_handle", creator.handle());
        row.put("display_name", null);
        return row;
    }

    private static Double engagement(Collection<Video> videos) {
        var views = sum(videos, "views");
        Long engaged = null;
        for (var counter : ENGAGED) {
            var sum = sum(videos, counter);
            engaged = sum == null ? engaged : (Long) (sum + (engaged == null ? 0 : engaged));
        }
        return views == null || views == 0 || engaged == null ? null : (Double) (100.0 * engaged / views);
    }

    /** @param points whether the points of the chart are wanted, not the leaders */
    List<Map<String, Object>> creators(String order, boolean points) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var creator : creators()) {
            var videos = of(creator);
            var row = named(creator);
            count(row, videos);
            row.put("follower_count", level(creator.written(), "followers"));
            row.put("post_count", videos.size());
            row.put("avg_views", average(videos));
            row.put("engagement_rate", engagement(videos));
            rows.add(row);
        }
        var ranked = ranked(rows, "creator_id", row -> row.get(order));
        ranked.forEach(row -> {
            (points ? COUNTERS.keySet() : Set.of("avg_views", "engagement_rate")).forEach(row::remove);
        });
        return ranked;
    }

    /** Its range is of whole weeks. */
    List<Map<String, Object>> consistency(String order) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var creator : creators()) {
            var weeks = new ArrayList<Integer>();
            for (var monday = from; monday.isBefore(to); monday = monday.plusWeeks(1)) {
                var first = monday;
                weeks.add((int) of(creator).stream()
                        .filter(video ->
                                !day(video).isBefore(first) && day(video).isBefore(first.plusWeeks(1)))
                        .count());
            }
            var mean = weeks.stream().mapToInt(Integer::intValue).average().orElseThrow();
            var variance = weeks.stream()
                    .mapToDouble(posts -> (posts - mean) * (posts - mean))
                    .average()
                    .orElseThrow();
            var row = named(creator);
            row.put("post_count", weeks.stream().mapToInt(Integer::intValue).sum());
            row.put("posts_per_week", mean);
            row.put("std_dev", Math.sqrt(variance));
            row.put("min_posts", weeks.stream().min(Comparator.naturalOrder()).orElseThrow());
            row.put("max_posts", weeks.stream().max(Comparator.naturalOrder()).orElseThrow());
            row.put("active_weeks", weeks.stream().filter(posts -> posts > 0).count());
            rows.add(row);
        }
        // Not by the last digits of roots.
        return ranked(rows, "creator_id", row -> Math.round(1e9 * ((Number) row.get(order)).doubleValue()));
    }

    /** All that is in a campaign, itself included. */
    private Set<Campaign> below(Campaign campaign, Set<Campaign> seen) {
        if (seen.add(campaign)) {
            campaign.items().stream()
                    .filter(item -> item.type().equals("campaign"))
                    .forEach(item -> below(world.campaigns.get(item.id()), seen));
        }
        return seen;
    }

    private Set<UUID> items(Campaign campaign, String type) {
        var ids = new HashSet<UUID>();
        below(campaign, new HashSet<>()).forEach(one -> one.items().stream()
                .filter(item -> item.type().equals(type))
                .forEach(item -> ids.add(item.id())));
        return ids;
    }

    private boolean isIn(Video video, Campaign campaign) {
        return items(campaign, "video").contains(video.id())
                || video.creator() != null && items(campaign, "creator").contains(video.creator());
    }

    List<Map<String, Object>> campaigns(String order) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var campaign : world.campaigns.values()) {
            var videos =
                    videos().stream().filter(video -> isIn(video, campaign)).toList();
            var row = new LinkedHashMap<String, Object>();
            row.put("campaign_id", campaign.id().toString());
            row.put("name", campaign.name());
            row.put("target_views", null);
            row.put("post_count", videos.size());
            count(row, videos);
            rows.add(row);
        }
        return ranked(rows, "campaign_id", row -> row.get(order));
    }

    private Set<UUID> creators(Campaign campaign) {
        var ids = items(campaign, "creator");
        world.videos.values().stream()
                .filter(video -> world.isCounted(video) && isIn(video, campaign) && video.creator() != null)
                .forEach(video -> ids.add(video.creator()));
        ids.removeIf(id -> world.creators.get(id).removed());
        return ids;
    }

    private static final Comparator<Campaign> BY_NAME = Comparator.comparing(Campaign::name)
            .thenComparing(campaign -> campaign.id().toString());

    List<Map<String, Object>> overlaps() {
        var rows = new ArrayList<Map<String, Object>>();
        for (var one : world.campaigns.values()) {
            for (var other : world.campaigns.values()) {
                var both = creators(one);
                both.retainAll(creators(other));
                if (BY_NAME.compare(one, other) < 0 && !both.isEmpty()) {
                    rows.add(Map.of(
                            "campaign_a", side(one), "campaign_b", side(other), "shared_creator_count", both.size()));
                }
            }
        }
        return rows.stream()
                .sorted(Comparator.comparing((Map<String, Object> row) -> -(Integer) row.get("shared_creator_count"))
                        .thenComparing(row -> place(row.get("campaign_a")))
                        .thenComparing(row -> place(row.get("campaign_b"))))
                .toList();
    }

    private static String place(Object side) {
        var campaign = (Map<?, ?>) side;
        return campaign.get("name") + " " + campaign.get("campaign_id");
    }

    private Map<String, Object> side(Campaign campaign) {
        var side = new LinkedHashMap<String, Object>();
        side.put("campaign_id", campaign.id().toString());
        side.put("name", campaign.name());
        side.put("creator_count", creators(campaign).size());
        return side;
    }
}
