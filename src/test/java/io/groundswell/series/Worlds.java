package io.groundswell.series;

import io.groundswell.series.World.Campaign;
import io.groundswell.series.World.Creator;
import io.groundswell.series.World.Item;
import io.groundswell.series.World.Snap;
import io.groundswell.series.World.Video;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Small worlds in which everything strange happens, and questions about them. */
public final class Worlds {
    public static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            // Midnight does not exist when the clock is put forward; once it was put back just after midnight.
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("America/Havana"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Chatham"),
            // A day was left out.
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Pacific/Kiritimati"));

    private static final List<Instant> STRANGE = List.of(
            Instant.parse("2006-10-29T02:31:00Z"),
            Instant.parse("2018-11-04T03:00:00Z"),
            Instant.parse("2018-02-18T02:00:00Z"),
            Instant.parse("2011-12-30T10:00:00Z"),
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-10-25T01:00:00Z"),
            Instant.parse("2026-12-31T23:30:00Z"),
            Instant.parse("2024-02-29T12:00:00Z"));

    private static final List<String> COUNTERS = List.of("views", "likes", "comments", "shares", "saves");
    private static final List<String> COUNTED = List.of("views", "likes", "comments", "shares", "saves");
    private static final List<String> STATUSES =
            List.of("auto_tracked", "auto_tracked", "included", "direct_add", "pending_review", "excluded");

    private final Random random;
    private final Instant strange;
    private final World world = new World();

    private Worlds(Random random) {
        this.random = random;
        this.strange = STRANGE.get(random.nextInt(STRANGE.size()));
    }

    /** @param wish about the world */
    public record Case(World world, Wish wish) {}

    static Case any(Random random) {
        var worlds = new Worlds(random);
        worlds.fill();
        return new Case(worlds.world, worlds.wish());
    }

    /** A world, and several questions about it. */
    public static List<Case> several(Random random, int questions) {
        var worlds = new Worlds(random);
        worlds.fill();
        var cases = new ArrayList<Case>();
        for (var count = 0; count < questions; count++) {
            cases.add(new Case(worlds.world, worlds.wish()));
        }
        return cases;
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private void fill() {
        for (var count = 1 + random.nextInt(4); count > 0; count--) {
            world.add(new Creator(id(), "handle." + world.creators.size(), chance(8), snaps(List.of("followers"))));
        }
        for (var count = 1 + random.nextInt(9); count > 0; count--) {
            var creator = chance(4) ? null : one(List.copyOf(world.creators.keySet()));
            // Some have the same title, so that ids decide.
            var title = chance(4) ? null : "Title " + random.nextInt(5);
            world.add(new Video(
                    id(),
                    creator,
                    title,
                    "https://example.com/" + world.videos.size(),
                    one(STATUSES),
                    chance(4) ? null : near(),
                    snaps(COUNTERS)));
        }
        for (var count = 1 + random.nextInt(5); count > 0; count--) {
            world.add(new Campaign(id(), "Campaign " + random.nextInt(3), items()));
        }
    }

    /** Campaigns hold those that were made before them, so there is no cycle, but there are many ways. */
    private List<Item> items() {
        var items = new ArrayList<Item>();
        world.videos.keySet().stream().filter(any -> chance(4)).forEach(id -> items.add(new Item("video", id)));
        world.creators.keySet().stream().filter(any -> chance(3)).forEach(id -> items.add(new Item("creator", id)));
        world.campaigns.keySet().stream().filter(any -> chance(2)).forEach(id -> items.add(new Item("campaign", id)));
        return items;
    }

    private List<Snap> snaps(List<String> counters) {
        var snaps = new ArrayList<Snap>();
        var levels = new HashMap<String, Long>();
        for (var count = random.nextInt(14); count > 0; count--) {
            var at = !snaps.isEmpty() && chance(8) ? one(snaps).at() : near();
            var values = new HashMap<String, Long>();
            for (var counter : counters) {
                if (!chance(8)) {
                    var level = Math.max(0, levels.getOrDefault(counter, 100L) + random.nextInt(60) - 10);
                    levels.put(counter, chance(15) ? (long) random.nextInt(50) : level);
                    values.put(counter, levels.get(counter));
                }
            }
            if (!values.isEmpty()) {
                snaps.add(new Snap(at, chance(8), values));
            }
        }
        return snaps;
    }

    private Instant near() {
        var minutes = chance(2) ? 3 * 60 : (chance(2) ? 6 : 40) * 24 * 60;
        return strange.plus(Duration.ofMinutes(random.nextInt(2 * minutes) - minutes))
                .plusSeconds(random.nextInt(60));
    }

    private Wish wish() {
        var entity = one(List.of("video", "creator", "campaign", "campaign"));
        var ids = world.seen(entity);
        if (ids.isEmpty()) {
            entity = "campaign";
            ids = world.seen(entity);
        }
        var metric = one(metrics(entity));
        var isRate = !COUNTED.contains(metric) && !metric.equals("followers") && !metric.equals("video_count");
        var breakdown = isRate || chance(2) ? null : breakdown(entity, metric);
        var asked = new ArrayList<UUID>();
        for (var count = breakdown != null || chance(2) ? 1 : 3; count > 0; count--) {
            var id = one(ids);
            if (!asked.contains(id)) {
                asked.add(id);
            }
        }
        var granularity = one(List.of("day", "week", "month", "year", "custom", isRate ? "day" : "cumulative"));
        var zone = one(ZONES);
        var now = strange.plus(Duration.ofMinutes(random.nextInt(20 * 24 * 60) - 5 * 24 * 60));
        var today = now.atZone(zone).toLocalDate();
        var to = chance(3) ? null : today.plusDays(3 - random.nextInt(20));
        var last = to == null || to.isAfter(today) ? today : to;
        return new Wish(
                entity,
                asked,
                metric,
                metric.equals("growth_rate_pop") ? base(entity) : null,
                isRate ? null : one(List.of("new", "cumulative")),
                granularity,
                granularity.equals("custom") ? 1 + random.nextInt(chance(2) ? 5 : 40) : null,
                chance(5) ? null : first(last),
                to,
                zone,
                now,
                chance(2),
                breakdown,
                breakdown == null ? null : 1 + random.nextInt(4));
    }

    private LocalDate first(LocalDate last) {
        return last.minusDays(random.nextInt(chance(3) ? 80 : 15));
    }

    private List<String> metrics(String entity) {
        var metrics = new ArrayList<>(COUNTED);
        metrics.addAll(List.of("engagement_rate_by_views", "growth_rate_pop", "growth_rate_pop"));
        if (!entity.equals("video")) {
            metrics.addAll(
                    List.of("video_count", "engagement_rate_by_followers", "posts_per_week", "avg_views_per_post"));
        }
        if (entity.equals("creator")) {
            metrics.addAll(List.of("followers", "followers"));
        }
        return metrics;
    }

    private String base(String entity) {
        return one(metrics(entity).stream()
                .filter(metric -> COUNTED.contains(metric)
                        || List.of("followers", "video_count").contains(metric))
                .toList());
    }

    private String breakdown(String entity, String metric) {
        var isOfVideos = COUNTED.contains(metric);
        return switch (entity) {
            case "creator" -> isOfVideos ? "video" : null;
            case "campaign" -> isOfVideos && chance(2) ? "video" : "creator";
            default -> null;
        };
    }
}
