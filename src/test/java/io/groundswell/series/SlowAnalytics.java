package io.groundswell.series;

import io.groundswell.series.World.Video;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The contract's answer to a question, read off its text: every value is worked out from all snapshots, by itself, with no
 * thought of time or memory. It shares no code with what it is compared to.
 */
final class SlowAnalytics {
    private static final List<String> COUNTERS = List.of("views", "likes", "comments", "shares", "saves");
    private static final List<String> ENGAGEMENT = List.of("likes", "comments", "shares", "saves");
    private static final List<String> OF_POSTS = List.of("video_count", "posts_per_week");

    /** What is added up. */
    record Members(Set<UUID> videos, Set<UUID> creators) {}

    record Row(String type, String id, String label, Map<LocalDate, Number> points) {}

    record Baseline(UUID entity, Instant at, String reason) {}

    record Partial(LocalDate start, LocalDate end) {}

    record Answer(
            List<Row> series,
            List<Row> compared,
            List<Row> parts,
            List<Baseline> baselines,
            Partial partial,
            LocalDate firstDataDate) {}

    private final World world;
    private final Wish wish;
    private final ZoneId zone;
    private final LocalDate today;
    private final LocalDate to;
    private final LocalDate from;
    private final String granularity;
    private final String mode;
    private final Map<UUID, SlowDays> days = new HashMap<>();

    SlowAnalytics(World world, Wish wish) {
        this.world = world;
        this.wish = wish;
        this.zone = wish.zone();
        this.today = wish.now().atZone(zone).toLocalDate();
        this.to = wish.to() == null || wish.to().isAfter(today) ? today : wish.to();
        this.from = wish.from() == null ? to.minusDays(30) : wish.from();
        this.granularity = wish.granularity() == null ? "day" : wish.granularity();
        this.mode = isRate() ? "rate" : wish.mode() == null ? "new" : wish.mode();
    }

    private boolean isRate() {
        return !COUNTERS.contains(wish.metric())
                && !List.of("followers", "video_count").contains(wish.metric());
    }

    Answer answer() {
        var series = new ArrayList<Row>();
        var compared = new ArrayList<Row>();
        for (var id : wish.ids()) {
            series.add(row(wish.entity(), id, label(wish.entity(), id), members(wish.entity(), id), 0));
            if (wish.compare()) {
                compared.add(row(wish.entity(), id, label(wish.entity(), id), members(wish.entity(), id), length()));
            }
        }
        return new Answer(
                series, compared, wish.breakdown() == null ? List.of() : parts(), baselines(), partial(), first());
    }

    // What an entity is made of

    Members members(String entity, UUID id) {
        var members = new Members(new LinkedHashSet<>(), new LinkedHashSet<>());
        switch (entity) {
            case "video" -> members.videos().add(id);
            case "creator" -> {
                members.videos().addAll(countedOf(id));
                members.creators().add(id);
            }
            default -> {
                collect(id, members, new HashSet<>());
                for (var video : members.videos()) {
                    if (world.videos.get(video).creator() != null) {
                        members.creators().add(world.videos.get(video).creator());
                    }
                }
            }
        }
        return members;
    }

    private List<UUID> countedOf(UUID creator) {
        return world.videos.values().stream()
                .filter(video -> creator.equals(video.creator()) && world.isCounted(video))
                .map(Video::id)
                .toList();
    }

    private void collect(UUID campaign, Members members, Set<UUID> seen) {
        if (!seen.add(campaign)) {
            return;
        }
        for (var item : world.campaigns.get(campaign).items()) {
            switch (item.type()) {
                case "video" -> {
                    if (world.isCounted(world.videos.get(item.id()))) {
                        members.videos().add(item.id());
                    }
                }
                case "creator" -> {
                    if (!world.creators.get(item.id()).removed()) {
                        members.creators().add(item.id());
                        members.videos().addAll(countedOf(item.id()));
                    }
                }
                default -> collect(item.id(), members, seen);
            }
        }
    }

    private String label(String entity, UUID id) {
        return switch (entity) {
            case "creator" -> "@" + world.creators.get(id).handle();
            case "campaign" -> world.campaigns.get(id).name();
            default -> {
                var video = world.videos.get(id);
                yield video.title() != null ? video.title() : video.url() != null ? video.url() : id.toString();
            }
        };
    }

    // Days

    private SlowDays daysOf(UUID id) {
        return days.computeIfAbsent(
                id,
                any -> new SlowDays(
                        world.videos.containsKey(id)
                                ? world.videos.get(id).written()
                                : world.creators.get(id).written(),
                        zone));
    }

    private static <T> Long sum(Iterable<T> all, Function<T, Long> value) {
        Long sum = null;
        for (var one : all) {
            var more = value.apply(one);
            if (more != null) {
                sum = sum == null ? more : sum + more;
            }
        }
        return sum;
    }

    Long gained(Members members, String counter, LocalDate day) {
        var who = counter.equals("followers") ? members.creators() : members.videos();
        return sum(who, id -> daysOf(id).gained(counter, day));
    }

    Long level(Members members, String counter, LocalDate day) {
        var who = counter.equals("followers") ? members.creators() : members.videos();
        return sum(who, id -> daysOf(id).level(counter, day));
    }

    private LocalDate posted(UUID video) {
        var at = world.videos.get(video).postedAt();
        return at == null ? null : at.atZone(zone).toLocalDate();
    }

    long posts(Members members, LocalDate day) {
        return members.videos().stream()
                .filter(video -> day.equals(posted(video)))
                .count();
    }

    long postedThrough(Members members, LocalDate day) {
        return members.videos().stream()
                .filter(video -> posted(video) != null && !posted(video).isAfter(day))
                .count();
    }

    // Buckets

    private LocalDate startOf(LocalDate day) {
        var start = day;
        switch (granularity) {
            case "week" -> {
                while (start.getDayOfWeek() != DayOfWeek.MONDAY) {
                    start = start.minusDays(1);
                }
            }
            case "month" -> start = LocalDate.of(day.getYear(), day.getMonth(), 1);
            case "year" -> start = LocalDate.of(day.getYear(), 1, 1);
            case "custom" -> {
                start = from;
                while (start.isAfter(day)) {
                    start = start.minusDays(wish.bucketDays());
                }
                while (!start.plusDays(wish.bucketDays()).isAfter(day)) {
                    start = start.plusDays(wish.bucketDays());
                }
            }
            default -> {}
        }
        return start;
    }

    private List<LocalDate> wholeBucket(LocalDate day) {
        var all = new ArrayList<LocalDate>();
        for (var one = startOf(day); startOf(one).equals(startOf(day)); one = one.plusDays(1)) {
            all.add(one);
        }
        return all;
    }

    private long length() {
        var length = 0;
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            length++;
        }
        return length;
    }

    /** By their starts, the days of each that are in the range. */
    private Map<LocalDate, List<LocalDate>> buckets() {
        var buckets = new LinkedHashMap<LocalDate, List<LocalDate>>();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            buckets.computeIfAbsent(startOf(day), any -> new ArrayList<>()).add(day);
        }
        return buckets;
    }

    // Values

    /** @param shift each day is answered by the data of so many days before */
    private Row row(String type, UUID id, String label, Members members, long shift) {
        return new Row(type, id == null ? "__other__" : id.toString(), label, points(members, shift));
    }

    private Map<LocalDate, Number> points(Members members, long shift) {
        var points = new LinkedHashMap<LocalDate, Number>();
        Long running = null;
        for (var bucket : buckets().entrySet()) {
            var value = value(members, bucket.getKey(), bucket.getValue(), shift);
            if (granularity.equals("cumulative") && mode.equals("new")) {
                if (value != null) {
                    running = (running == null ? 0 : running) + (Long) value;
                }
                value = running;
            }
            points.put(bucket.getKey(), value);
        }
        return points;
    }

    private Number value(Members members, LocalDate start, List<LocalDate> bucket, long shift) {
        var in = bucket.stream().map(day -> day.minusDays(shift)).toList();
        var last = in.get(in.size() - 1);
        var engagement = sum(ENGAGEMENT, counter -> sum(in, day -> gained(members, counter, day)));
        var views = sum(in, day -> gained(members, "views", day));
        return switch (wish.metric()) {
            case "engagement_rate_by_views" ->
                engagement == null || views == null || views == 0 ? null : (Double) (100.0 * engagement / views);
            case "engagement_rate_by_followers" -> {
                var followers = level(members, "followers", last);
                yield engagement == null || followers == null || followers == 0
                        ? null
                        : (Double) (100.0 * engagement / followers);
            }
            case "posts_per_week" ->
                (Double)
                        (7.0 * in.stream().mapToLong(day -> posts(members, day)).sum() / in.size());
            case "avg_views_per_post" ->
                views == null || postedThrough(members, last) == 0
                        ? null
                        : (Double) (1.0 * views / postedThrough(members, last));
            case "growth_rate_pop" -> {
                var before = wholeBucket(start.minusDays(1)).stream()
                        .map(day -> day.minusDays(shift))
                        .toList();
                var now = growing(members, in);
                var then = growing(members, before);
                yield now == null || then == null || then == 0 ? null : (Double) (100.0 * (now - then) / then);
            }
            default ->
                mode.equals("new") ? counted(members, wish.metric(), in) : standing(members, wish.metric(), last);
        };
    }

    private Long growing(Members members, List<LocalDate> bucket) {
        return List.of("followers", "video_count").contains(wish.base())
                ? standing(members, wish.base(), bucket.get(bucket.size() - 1))
                : counted(members, wish.base(), bucket);
    }

    private Long counted(Members members, String metric, List<LocalDate> in) {
        return metric.equals("video_count")
                ? (Long) in.stream().mapToLong(day -> posts(members, day)).sum()
                : sum(in, day -> gained(members, metric, day));
    }

    private Long standing(Members members, String metric, LocalDate day) {
        return metric.equals("video_count") ? (Long) postedThrough(members, day) : level(members, metric, day);
    }

    // Parts

    private record Ranked(UUID id, String label, Members members, Long total) {}

    private List<Row> parts() {
        var whole = members(wish.entity(), wish.ids().get(0));
        var ranked = new ArrayList<Ranked>();
        if (wish.breakdown().equals("video")) {
            whole.videos().forEach(id -> ranked.add(ranked("video", id, new Members(Set.of(id), Set.of()))));
        } else {
            whole.creators()
                    .forEach(id -> ranked.add(ranked("creator", id, new Members(ownOf(whole, id), Set.of(id)))));
        }
        ranked.sort(Comparator.comparing((Ranked one) -> one.total() == null)
                .thenComparing(one -> one.total() == null ? 0 : -one.total())
                .thenComparing(Ranked::label)
                .thenComparing(one -> one.id().toString()));
        var most = wish.most() == null ? 10 : wish.most();
        var rows = new ArrayList<Row>();
        var rest = new Members(new HashSet<>(), new HashSet<>());
        if (wish.breakdown().equals("creator")) {
            whole.videos().stream()
                    .filter(id -> world.videos.get(id).creator() == null)
                    .forEach(rest.videos()::add);
        }
        for (var place = 0; place < ranked.size(); place++) {
            var one = ranked.get(place);
            if (place < most) {
                rows.add(row(wish.breakdown(), one.id(), one.label(), one.members(), 0));
            } else {
                rest.videos().addAll(one.members().videos());
                rest.creators().addAll(one.members().creators());
            }
        }
        if (ranked.size() > most || !rest.videos().isEmpty()) {
            rows.add(row(wish.breakdown(), null, "Other", rest, 0));
        }
        return rows;
    }

    private Set<UUID> ownOf(Members whole, UUID creator) {
        var own = new HashSet<>(whole.videos());
        own.removeIf(id -> !creator.equals(world.videos.get(id).creator()));
        return own;
    }

    private Ranked ranked(String type, UUID id, Members members) {
        var values = points(members, 0).values();
        Long total = null;
        for (var value : values) {
            if (value != null && (granularity.equals("cumulative") || mode.equals("cumulative"))) {
                total = (Long) value;
            } else if (value != null) {
                total = (total == null ? 0 : total) + (Long) value;
            }
        }
        return new Ranked(id, label(type, id), members, total);
    }

    // Beside the values

    private Members all() {
        var all = new Members(new HashSet<>(), new HashSet<>());
        for (var id : wish.ids()) {
            all.videos().addAll(members(wish.entity(), id).videos());
            all.creators().addAll(members(wish.entity(), id).creators());
        }
        return all;
    }

    private String looked() {
        return wish.metric().equals("growth_rate_pop") ? wish.base() : wish.metric();
    }

    private Set<UUID> witnesses() {
        if (OF_POSTS.contains(looked())) {
            return Set.of();
        }
        return looked().equals("followers") ? all().creators() : all().videos();
    }

    private List<Baseline> baselines() {
        var found = new ArrayList<Baseline>();
        for (var id : witnesses()) {
            for (var baseline : daysOf(id).baselines()) {
                if (!baseline.day().isBefore(from) && !baseline.day().isAfter(to)) {
                    found.add(new Baseline(id, baseline.at(), baseline.reason()));
                }
            }
        }
        found.sort(Comparator.comparing(Baseline::at)
                .thenComparing(one -> one.entity().toString()));
        return found;
    }

    private LocalDate first() {
        var dates = new ArrayList<LocalDate>();
        if (OF_POSTS.contains(looked())) {
            all().videos().forEach(video -> dates.add(posted(video)));
        } else {
            witnesses().forEach(id -> dates.add(daysOf(id).firstDataDay()));
        }
        dates.removeIf(date -> date == null);
        return dates.stream().min(Comparator.naturalOrder()).orElse(null);
    }

    private Partial partial() {
        if (!to.equals(today)) {
            return null;
        }
        var last = wholeBucket(to);
        return new Partial(last.get(0), last.get(last.size() - 1));
    }
}
