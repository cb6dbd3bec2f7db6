package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which videos passed so many views, by the snapshots that there are now. */
@ApplicationScoped
class PassedVideos {
    static final int AT_ONCE = 1_000;

    private static final Sql PASSED = Sql.file(PassedVideos.class, "passed.sql");

    private final AgroalDataSource database;
    private final Structures structures;

    PassedVideos(AgroalDataSource database, Structures structures) {
        this.database = database;
        this.structures = structures;
    }

    /**
     * A video that passed so many views.
     *
     * @param day on which it did so, under the version that held then
     */
    record Passed(UUID videoId, Part day, long views) {
        Owed owed() {
            return new Owed(BigDecimal.valueOf(views), day.version().rule().amountCents());
        }
    }

    /**
     * In the order of days and videos, so many at once.
     *
     * @param last the one after which to go on, or null
     */
    List<Passed> next(UUID creatorId, Part part, Passed last) {
        return passed(creatorId, null, part, last);
    }

    /**
     * Those of these videos that passed what was asked for on a day of the assignment: on the first such day.
     *
     * @param videos so many at once, at most
     * @param until the day after the last one that is looked at
     */
    Map<UUID, Passed> of(Assignment assignment, Collection<UUID> videos, LocalDate until) {
        var first = new HashMap<UUID, Passed>();
        new Parts(structures.versions(assignment.structureId()))
                .of(assignment.startsOn(), assignment.endsOn(), assignment.startsOn(), until).stream()
                        .filter(part -> part.version().rule().kind() == RuleKind.VIEW_THRESHOLD)
                        .flatMap(part -> passed(assignment.creatorId(), videos, part, null).stream())
                        .forEach(passed -> first.putIfAbsent(passed.videoId(), passed));
        return first;
    }

    private List<Passed> passed(UUID creatorId, Collection<UUID> videos, Part part, Passed last) {
        var values = new HashMap<String, Object>();
        values.put("creator", creatorId);
        values.put("videos", videos);
        values.put("views", part.version().rule().thresholdViews());
        values.put("from", last == null ? part.from() : last.day().from());
        values.put("to", part.to());
        values.put("after", last == null ? null : last.videoId());
        values.put("most", AT_ONCE);
        return PASSED.list(
                database,
                values,
                row -> new Passed(
                        row.getObject("id", UUID.class),
                        part.on(row.getObject("day", LocalDate.class)),
                        row.getLong("views")));
    }
}
