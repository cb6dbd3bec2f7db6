package io.groundswell.series;

import java.time.LocalDate;
import java.util.List;

/**
 * What a question is answered.
 *
 * @param partial null when no bucket may grow any more
 * @param firstDate the first day of which anything is known, in all time; null when there is none
 * @param retentionDays how many days back the plan reaches; null for all of them
 */
public record Answer(
        Question question,
        Lines lines,
        List<Baseline> baselines,
        List<Mark> marks,
        PartialBucket partial,
        LocalDate firstDate,
        Long retentionDays) {

    /** About what it takes in memory, in bytes. */
    long weight() {
        var points = 0L;
        var names = 0L;
        for (var some : List.of(lines.main(), lines.compared(), lines.parts())) {
            points += some.stream().mapToLong(line -> 4 + line.points().size()).sum();
            names += some.stream()
                    .mapToLong(line -> 200 + 2L * length(line.entity().label()))
                    .sum();
        }
        var texts = marks.stream()
                .mapToLong(mark -> 1_000 + 2L * length(mark.annotation().bodyMd()))
                .sum();
        return 1_000 + 64 * points + names + 96L * baselines.size() + texts;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
