package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When an organization already posts on each platform. Two of its posts on one platform lie at least {@link #GAP}
 * apart, whichever missions they come from; those of the mission that looks for slots are known apart. Moments found by searching lie on a grid of five minutes, so that they read
 * well on a clock. Not safe for use by several threads.
 */
public final class Taken {
    public static final Duration GAP = Duration.ofMinutes(30);

    private static final long GRID_SECONDS = 300;

    private final Map<Platform, NavigableSet<Instant>> moments = new EnumMap<>(Platform.class);
    private final NavigableMap<Instant, Integer> own = new TreeMap<>();

    public void add(Platform platform, Instant at) {
        on(platform).add(at);
    }

    /** A post of the very mission that looks for slots: its day has one less. */
    public void addOwn(Platform platform, Instant at) {
        add(platform, at);
        own.merge(at, 1, Integer::sum);
    }

    public boolean isFree(Platform platform, Instant at) {
        return near(platform, at).isEmpty();
    }

    Taken copy() {
        var copy = new Taken();
        moments.forEach((platform, taken) -> copy.on(platform).addAll(taken));
        copy.own.putAll(own);
        return copy;
    }

    /** Whether the mission posts at that very moment, on any platform. */
    boolean isOwn(Instant at) {
        return own.containsKey(at);
    }

    /** How many posts the mission has in a span, on all platforms together. */
    int ownIn(Span span) {
        if (!span.until().isAfter(span.from())) {
            return 0;
        }
        return own.subMap(span.from(), span.until()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The first free moment from the given one on, else the last free one before it; inside the room. */
    Optional<Instant> nearest(Platform platform, Instant at, Span room) {
        return firstFree(platform, new Span(at, room.until())).or(() -> lastFree(platform, room.from(), at));
    }

    /** The span's first moment if that is free, else the next free one inside the span. */
    Optional<Instant> firstFree(Platform platform, Span span) {
        var at = span.from();
        while (at.isBefore(span.until())) {
            var blocking = near(platform, at);
            if (blocking.isEmpty()) {
                return Optional.of(at);
            }
            at = roundUp(blocking.last().plus(GAP));
        }
        return Optional.empty();
    }

    /** The last free moment at or before the given one, but not before the earliest. */
    Optional<Instant> lastFree(Platform platform, Instant earliest, Instant latest) {
        var at = latest;
        while (!at.isBefore(earliest)) {
            var blocking = near(platform, at);
            if (blocking.isEmpty()) {
                return Optional.of(at);
            }
            at = roundDown(blocking.first().minus(GAP));
        }
        return Optional.empty();
    }

    static Instant roundUp(Instant at) {
        var down = roundDown(at);
        return down.equals(at) ? at : down.plusSeconds(GRID_SECONDS);
    }

    private static Instant roundDown(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), GRID_SECONDS) * GRID_SECONDS);
    }

    private NavigableSet<Instant> near(Platform platform, Instant at) {
        return on(platform).subSet(at.minus(GAP), false, at.plus(GAP), false);
    }

    private NavigableSet<Instant> on(Platform platform) {
        return moments.computeIfAbsent(platform, any -> new TreeSet<>());
    }
}
