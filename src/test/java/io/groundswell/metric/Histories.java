package io.groundswell.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

/** Samples as the world sends them: late, twice, incomplete, corrected, reset, and around changes of the clock. */
public final class Histories {
    static final Subject POST = Subject.content("cnt_0000000000000000");

    /** Moments near which days are strange, with the zones in which they are. */
    private static final List<Instant> STRANGE = List.of(
            // The clock is put back from one minute past midnight: a day begins, is interrupted, and goes on.
            Instant.parse("2006-10-29T02:31:00Z"),
            // Days whose midnight does not exist, and one that does not exist at all.
            Instant.parse("2018-11-04T03:00:00Z"),
            Instant.parse("2011-12-30T10:00:00Z"),
            Instant.parse("2026-03-29T01:00:00Z"),
            Instant.parse("2026-10-25T01:00:00Z"),
            Instant.parse("2026-12-31T23:30:00Z"));

    public static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Pacific/Kiritimati"),
            ZoneId.of("America/Havana"));

    private Histories() {}

    /** In the order in which they arrive. */
    static List<Sample> arriving(Random random, Subject subject) {
        return arriving(random, subject, List.of(Counter.IMPRESSIONS, Counter.LIKES, Counter.FOLLOWERS));
    }

    /** In the order in which they arrive. */
    public static List<Sample> arriving(Random random, Subject subject, List<Counter> counters) {
        var strange = STRANGE.get(random.nextInt(STRANGE.size()));
        var samples = new ArrayList<Sample>();
        for (var count = random.nextInt(25); count >= 0; count--) {
            samples.add(sample(random, subject, counters, at(random, strange, samples)));
        }
        return samples;
    }

    private static Instant at(Random random, Instant strange, List<Sample> earlier) {
        if (!earlier.isEmpty() && random.nextInt(6) == 0) {
            return earlier.get(random.nextInt(earlier.size())).at();
        }
        var minutes = random.nextBoolean() ? 3 * 60 : 5 * 24 * 60;
        return strange.plus(Duration.ofMinutes(random.nextInt(2 * minutes) - minutes))
                .plusNanos(random.nextInt(1_000_000_000));
    }

    private static Sample sample(Random random, Subject subject, List<Counter> some, Instant at) {
        var counters = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : some) {
            if (random.nextInt(4) > 0) {
                counters.put(counter, (long) random.nextInt(random.nextInt(20) == 0 ? 1_000_000 : 100));
            }
        }
        return new Sample(subject, at, random.nextInt(8) == 0, new Counters(counters));
    }
}
