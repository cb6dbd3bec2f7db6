package io.groundswell.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules about days, word for word and slowly: every question is answered by looking at all samples again. It shares no
 * code with what it is compared to.
 */
public final class SlowSeries {
    private final List<Sample> samples;
    private final ZoneId zone;

    /** @param written in the order in which they were written */
    public SlowSeries(List<Sample> written, ZoneId zone) {
        var last = new TreeMap<Instant, Sample>();
        written.forEach(sample -> last.put(sample.at(), sample));
        this.samples =
                last.values().stream().sorted(Comparator.comparing(Sample::at)).toList();
        this.zone = zone;
    }

    public Map<LocalDate, Day> days() {
        var days = new TreeMap<LocalDate, Day>();
        for (var sample : samples) {
            var day = day(sample);
            days.put(
                    day,
                    new Day(
                            Counters.each(counter -> gained(counter, day)),
                            Counters.each(counter -> level(counter, day))));
        }
        return days;
    }

    private LocalDate day(Sample sample) {
        return LocalDate.ofInstant(sample.at(), zone);
    }

    /** The counter in the sample, or in the latest earlier one that tells it. */
    private Long known(Counter counter, int index) {
        for (var at = index; at >= 0; at--) {
            if (samples.get(at).counters().get(counter) != null) {
                return samples.get(at).counters().get(counter);
            }
        }
        return null;
    }

    private Long gained(Counter counter, LocalDate day) {
        Long sum = null;
        for (var index = 0; index < samples.size(); index++) {
            if (day(samples.get(index)).equals(day) && known(counter, index) != null) {
                sum = (sum == null ? 0 : sum) + delta(counter, index);
            }
        }
        return sum;
    }

    private long delta(Counter counter, int index) {
        if (index == 0 || samples.get(index).reset() || known(counter, index - 1) == null) {
            return 0;
        }
        var difference = known(counter, index) - known(counter, index - 1);
        return counter == Counter.FOLLOWERS || difference > 0 ? difference : 0;
    }

    /** In the last sample whose day is this one or an earlier one. */
    private Long level(Counter counter, LocalDate day) {
        for (var index = samples.size() - 1; index >= 0; index--) {
            if (!day(samples.get(index)).isAfter(day)) {
                return known(counter, index);
            }
        }
        return null;
    }
}
