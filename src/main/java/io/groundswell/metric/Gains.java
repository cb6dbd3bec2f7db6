package io.groundswell.metric;

import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was gained from sample to sample, for questions that are finer than days. Reads samples: keep to few days. */
@ApplicationScoped
public class Gains {
    /** Samples that one question may read. */
    public static final int MOST = 200_000;

    private final SampleStore store;

    Gains(SampleStore store) {
        this.store = store;
    }

    /** What a sample told more than the one before it. */
    public record Gain(Subject subject, Instant at, Counters gained) {}

    /**
     * What each sample from the beginning of a day on gained; empty when that would be more samples than may be read.
     *
     * @param zone of the organization, whose days are kept
     */
    public Optional<List<Gain>> since(Owner owner, Subject.Kind kind, LocalDate day, Instant until, ZoneId zone) {
        var samples = store.between(owner, kind, day.atStartOfDay(zone).toInstant(), until, MOST + 1);
        if (samples.size() > MOST) {
            return Optional.empty();
        }
        var days = new HashMap<Subject, LocalDate>();
        samples.forEach(sample -> days.put(sample.subject(), day));
        var levels = days.isEmpty() ? new HashMap<Subject, Counters>() : store.levelsBefore(owner, days);
        return Optional.of(gains(samples, levels));
    }

    private static List<Gain> gains(List<Sample> samples, Map<Subject, Counters> levels) {
        var gains = new ArrayList<Gain>();
        for (var sample : samples) {
            var before = levels.getOrDefault(sample.subject(), Counters.NONE);
            gains.add(new Gain(sample.subject(), sample.at(), DailySeries.gain(sample, before)));
            levels.put(sample.subject(), sample.counters().orElse(before));
        }
        return gains;
    }
}
