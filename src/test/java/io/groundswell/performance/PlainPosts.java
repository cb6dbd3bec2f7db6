package io.groundswell.performance;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Snapshots;
import io.groundswell.metric.Subject;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Random posts with random readings in the database, and beside it a plain list of what each gained when. */
final class PlainPosts {
    /** Some of them change their clocks within two months before April 20, 2026. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Europe/Berlin"));

    static final List<Platform> PLATFORMS = List.of(Platform.TWITTER, Platform.LINKEDIN, Platform.MASTODON);
    private static final List<ContentType> TYPES = List.of(ContentType.POST, ContentType.THREAD, ContentType.POLL);

    record Post(
            String id,
            String mission,
            Platform platform,
            ContentType type,
            String pillar,
            String topic,
            ZonedDateTime at) {
        Instant out() {
            return at.toInstant();
        }
    }

    record Gain(Post post, Instant at, Map<Counter, Long> gained) {}

    private final Random random;
    private final Owner owner;
    private final Instant now;
    final List<Post> posts = new ArrayList<>();
    private Duration span = Duration.ofDays(60);
    private final Map<Post, TreeMap<Instant, Map<Counter, Long>>> readings = new HashMap<>();

    PlainPosts(Random random, Owner owner, Instant now) {
        this.random = random;
        this.owner = owner;
        this.now = now;
    }

    /** What is published and measured from here on lies close together, or far apart. */
    PlainPosts within(Duration time) {
        span = time;
        return this;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    void publish(int count, List<String> missions, ContentFixture fixture, Rows rows) {
        for (var i = 0; i < count; i++) {
            var at = now.minusSeconds(random.nextInt((int) span.toSeconds()));
            var platform = any(PLATFORMS);
            var mission = any(missions);
            var id = fixture.published(owner, mission, platform, at);
            var pillar = random.nextInt(5) == 0 ? null : "Pillar " + random.nextInt(3);
            var topic = random.nextInt(5) == 0 ? null : "It's topic " + random.nextInt(8);
            posts.add(new Post(id, mission, platform, any(TYPES), pillar, topic, at.atZone(any(ZONES))));
        }
        posts.forEach(
                post -> rows.change("update published_post set type = '%s', pillar = %s, topic = %s, timezone = '%s'"
                                .formatted(
                                        post.type().name(),
                                        quoted(post.pillar()),
                                        quoted(post.topic()),
                                        post.at().getZone())
                        + " where content_id = '" + post.id() + "'"));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }

    /** In any order, and none after now. */
    void measure(int most, Snapshots snapshots) {
        var samples = new ArrayList<Sample>();
        for (var post : posts) {
            snapshots.begin(owner, Subject.content(post.id()), post.out(), Counter.ofPosts());
            var mine = readings.computeIfAbsent(post, any -> new TreeMap<>());
            for (var i = random.nextInt(most + 1); i > 0; i--) {
                var at = post.out().plusSeconds(1 + random.nextInt((int) span.toSeconds()));
                if (!at.isAfter(now) && !mine.containsKey(at)) {
                    var counters = counters();
                    mine.put(at, counters);
                    samples.add(new Sample(Subject.content(post.id()), at, new Counters(counters)));
                }
            }
        }
        Collections.shuffle(samples, random);
        for (var from = 0; from < samples.size(); from += 70) {
            snapshots.record(owner, samples.subList(from, Math.min(samples.size(), from + 70)));
        }
    }

    private Map<Counter, Long> counters() {
        var values = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : Counter.ofPosts()) {
            if (random.nextInt(5) > 0) {
                values.put(counter, (long) random.nextInt(counter == Counter.IMPRESSIONS ? 3_000 : 60));
            }
        }
        return values;
    }

    /** A post begins with nothing; each reading is compared with the last one of its counter, and a fall gains nothing. */
    List<Gain> gains() {
        var gains = new ArrayList<Gain>();
        readings.forEach((post, mine) -> {
            var level = new EnumMap<Counter, Long>(Counter.class);
            mine.forEach((at, told) -> {
                var gained = new EnumMap<Counter, Long>(Counter.class);
                told.forEach((counter, value) -> {
                    gained.put(counter, Math.max(0, value - level.getOrDefault(counter, 0L)));
                    level.put(counter, value);
                });
                gains.add(new Gain(post, at, gained));
            });
        });
        return gains;
    }

    List<Post> posts(Predicate<Post> wanted) {
        return posts.stream().filter(wanted).toList();
    }

    Figures figures(Predicate<Gain> wanted) {
        return gains().stream()
                .filter(wanted)
                .map(gain -> new Figures(gain.gained()))
                .reduce(Figures.NONE, Figures::plus);
    }

    static long engagements(Figures figures) {
        return Stream.of(Counter.LIKES, Counter.COMMENTS, Counter.SHARES, Counter.SAVES, Counter.LINK_CLICKS)
                .mapToLong(figures::of)
                .sum();
    }

    static boolean contains(Period period, Instant at, ZoneId zone) {
        var day = LocalDate.ofInstant(at, zone);
        return !day.isBefore(period.start()) && !day.isAfter(period.end());
    }
}
