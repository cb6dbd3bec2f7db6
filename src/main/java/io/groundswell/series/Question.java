package io.groundswell.series;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * What is asked, with nothing left open and nothing that does not matter: two questions that mean the same are equal.
 *
 * @param ids of one to five entities, each once, in the order of the answer
 * @param base what grows, for a rate of growth; null otherwise
 * @param bucketDays 0 unless the granularity is custom
 * @param zone whose days are counted
 * @param today in that zone
 * @param breakdown what the entity is told apart by, or null
 * @param most how many parts are told apart; 0 without a breakdown
 */
public record Question(
        EntityType entity,
        List<UUID> ids,
        Metric metric,
        Metric base,
        Reading reading,
        Granularity granularity,
        int bucketDays,
        Span range,
        ZoneId zone,
        LocalDate today,
        boolean compare,
        EntityType breakdown,
        int most,
        boolean hideAuto) {

    /** Whether the last bucket may still grow. */
    boolean isOpen() {
        return range.last().equals(today);
    }

    Span bucketAround(LocalDate day) {
        return granularity.around(day, range.first(), bucketDays);
    }

    /** What is added up, or grows. */
    Metric counted() {
        return base == null ? metric : base;
    }
}
