package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Baselines, and the first day with figures, of all that a question asks about. */
@ApplicationScoped
class LandmarkStore {
    private static final Sql BASELINES = Sql.file(LandmarkStore.class, "baselines.sql");
    private static final Sql FIRST = Sql.file(LandmarkStore.class, "first-compared.sql");
    private static final Sql FIRST_DAY = Sql.file(LandmarkStore.class, "first-compared-day.sql");
    /** As ids are sorted where they are text. */
    private static final Comparator<Baseline> ORDER = Comparator.comparing(Baseline::at)
            .thenComparing(one -> one.entityId().toString());

    private final AgroalDataSource database;

    LandmarkStore(AgroalDataSource database) {
        this.database = database;
    }

    Landmarks find(Part all, Question question) {
        return switch (question.counted()) {
            case VIDEO_COUNT, POSTS_PER_WEEK ->
                new Landmarks(List.of(), Posts.of(all.videos(), question.zone()).first());
            case FOLLOWERS -> of(all.creators().stream().map(TrackedCreator::id).toList(), question);
            default -> of(all.videos().stream().map(TrackedVideo::id).toList(), question);
        };
    }

    private Landmarks of(List<UUID> things, Question question) {
        return new Landmarks(baselines(things, question), first(things, question.zone()));
    }

    private List<Baseline> baselines(List<UUID> things, Question question) {
        var values = new HashMap<String, Object>(Map.of("things", things));
        ZoneShifts.around(question.range(), question.zone()).into(values);
        return BASELINES
                .list(
                        database,
                        values,
                        row -> new Baseline(
                                row.getObject("id", UUID.class), Sql.instant(row, "at"), row.getBoolean("started")))
                .stream()
                .filter(one -> question.range().has(LocalDate.ofInstant(one.at(), question.zone())))
                .sorted(ORDER)
                .toList();
    }

    private LocalDate first(List<UUID> things, ZoneId zone) {
        var at = FIRST.list(database, Map.of("things", things), row -> Sql.instant(row, "at"))
                .get(0);
        if (at == null) {
            return null;
        }
        var day = LocalDate.ofInstant(at, zone);
        return ZoneShifts.isInterrupted(day, zone) ? earliest(things, at, day, zone) : day;
    }

    private LocalDate earliest(List<UUID> things, Instant at, LocalDate day, ZoneId zone) {
        var values = new HashMap<String, Object>(Map.of("things", things, "at", at));
        ZoneShifts.around(new Span(day, day), zone).into(values);
        return FIRST_DAY
                .first(database, values, row -> row.getObject("day", LocalDate.class))
                .orElse(day);
    }
}
