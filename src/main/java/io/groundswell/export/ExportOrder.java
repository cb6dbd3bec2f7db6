package io.groundswell.export;

import io.groundswell.performance.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What somebody wants exported.
 *
 * @param sections in their order, at least one
 * @param missionIds empty: all missions
 * @param zone whose days the period is made of
 * @param emailTo whom to send the address of the file; null when the caller fetches it
 */
public record ExportOrder(
        ExportFormat format,
        List<Section> sections,
        List<String> missionIds,
        Period period,
        ZoneId zone,
        String emailTo) {
    public ExportOrder {
        sections = sections.stream().distinct().sorted().toList();
        missionIds = missionIds.stream().distinct().toList();
    }

    Instant starts() {
        return period.start().atStartOfDay(zone).toInstant();
    }

    /** The first instant that is over. */
    Instant ends() {
        return period.end().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The section behind another one; null behind the last. */
    Section after(Section section) {
        var next = sections.indexOf(section) + 1;
        return next < sections.size() ? sections.get(next) : null;
    }

    /** Several CSV files come in one zip. */
    public boolean isZip() {
        return format == ExportFormat.CSV && sections.size() > 1;
    }
}
