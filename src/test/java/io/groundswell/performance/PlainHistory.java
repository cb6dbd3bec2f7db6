package io.groundswell.performance;

import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.mission.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** Random posts with random readings, and what these come to by the plainest reading of the rules: one list of gains. */
final class PlainHistory {
    record Post(String id, String mission, Platform platform, Instant at) {}

    record Gain(Post post, Instant at, Map<Counter, Long> gained) {}

    final List<Post> posts = new ArrayList<>();
    final Map<List<Object>, Sample> samples = new HashMap<>();
    private final Random random;

    PlainHistory(Random random) {
        this.random = random;
    }

    /** Some readings of each post, in any order, within so many days of its publication, none after {@code now}. */
    List<Sample> readings(int most, Duration within, Instant now) {
        var made = new ArrayList<Sample>();
        for (var post : posts) {
            for (var i = random.nextInt(most + 1); i > 0; i--) {
                var at = post.at().plusSeconds(1 + random.nextInt((int) within.toSeconds()));
                if (!at.isAfter(now)) {
                    made.add(new Sample(Subject.content(post.id()), at, counters()));
                }
            }
        }
        java.util.Collections.shuffle(made, random);
        made.forEach(sample -> samples.put(List.of(sample.subject(), sample.at()), sample));
        return made;
    }

    private Counters counters() {
        var values = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : Counter.ofPosts()) {
            if (random.nextInt(5) > 0) {
                values.put(counter, (long) random.nextInt(counter == Counter.IMPRESSIONS ? 5_000 : 100));
            }
        }
        return new Counters(values);
    }

    /** Every post begins with nothing at the moment it goes out. */
    List<Gain> gains() {
        var gains = new ArrayList<Gain>();
        for (var post : posts) {
            var level = new EnumMap<Counter, Long>(Counter.class);
            Counter.ofPosts().forEach(counter -> level.put(counter, 0L));
            samples.values().stream()
                    .filter(sample -> sample.subject().id().equals(post.id()))
                    .sorted(Comparator.comparing(Sample::at))
                    .forEach(sample -> {
                        var gained = new EnumMap<Counter, Long>(Counter.class);
                        sample.counters().values().forEach((counter, value) -> {
                            gained.put(counter, Math.max(0, value - level.get(counter)));
                            level.put(counter, value);
                        });
                        gains.add(new Gain(post, sample.at(), gained));
                    });
        }
        return gains;
    }

    long sum(Counter counter, Predicate<Gain> wanted) {
        return gains().stream()
                .filter(wanted)
                .mapToLong(gain -> gain.gained().getOrDefault(counter, 0L))
                .sum();
    }

    long engagements(Predicate<Gain> wanted) {
        return sum(Counter.LIKES, wanted)
                + sum(Counter.COMMENTS, wanted)
                + sum(Counter.SHARES, wanted)
                + sum(Counter.SAVES, wanted)
                + sum(Counter.LINK_CLICKS, wanted);
    }

    long count(Predicate<Post> wanted) {
        return posts.stream().filter(wanted).count();
    }
}
