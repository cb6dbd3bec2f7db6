package io.groundswell.series;

import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers that this instance has given, for a while; those that were not asked for longest go first. Whether one still
 * holds is for {@link Freshness} to say.
 */
@ApplicationScoped
class AnswerCache {
    /** How long an answer is kept at most. */
    static final Duration LIFE = Duration.ofSeconds(300);

    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final SeriesConfig config;
    private final Clock clock;
    private long weight;

    AnswerCache(SeriesConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Everything that an answer depends on and that a caller or operator says. */
    record Key(Owner owner, Question question, Long retentionDays) {}

    /** @param madeNanos by a clock that nobody sets, which counts as well */
    private record Entry(Answer answer, Stamp stamp, Instant madeAt, long madeNanos) {}

    /** An answer with what it was made of. */
    record Kept(Answer answer, Stamp stamp) {}

    /** Null when there is none. */
    synchronized Kept find(Key key) {
        var entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (isOver(entry)) {
            forget(key);
            return null;
        }
        return new Kept(entry.answer(), entry.stamp());
    }

    private boolean isOver(Entry entry) {
        var now = clock.instant();
        return now.isBefore(entry.madeAt())
                || !now.isBefore(entry.madeAt().plus(LIFE))
                || System.nanoTime() - entry.madeNanos() >= LIFE.toNanos();
    }

    /** One that would push out too many others is not kept. */
    synchronized void keep(Key key, Answer answer, Stamp stamp) {
        forget(key);
        if (answer.weight() > config.cacheBytes() / 8) {
            return;
        }
        entries.put(key, new Entry(answer, stamp, clock.instant(), System.nanoTime()));
        weight += answer.weight();
        while (weight > config.cacheBytes() || entries.size() > config.cacheEntries()) {
            forget(entries.keySet().iterator().next());
        }
    }

    synchronized void forget(Key key) {
        var gone = entries.remove(key);
        weight -= gone == null ? 0 : gone.answer().weight();
    }
}
