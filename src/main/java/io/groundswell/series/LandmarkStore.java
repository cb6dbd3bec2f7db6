package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.DailySeries;
import io.groundswell.shared.Refusal;
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
    /** Most baselines, besides one for each thing that is asked about and the first of each, in an answer, which is in memory at once. */
    static final int MOST_RESETS = 10_000;

    private static final Sql LANDMARKS = Sql.file(LandmarkStore.class, "landmarks.sql");
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

    private record Row(String kind, UUID id, Instant at) {
        boolean isBaseline() {
            return id != null;
        }

        boolean isReset() {
            return kind.equals("RESET");
        }
    }

    private Landmarks of(List<UUID> things, Question question) {
        var most = MOST_RESETS + things.size();
        var values = new HashMap<String, Object>(Map.of("things", things, "most", most + 1));
        ZoneShifts.around(question.range(), question.zone()).into(values);
        var rows = LANDMARKS.list(
                database,
                values,
                row -> new Row(row.getString("kind"), row.getObject("id", UUID.class), Sql.instant(row, "at")));
        if (rows.stream().filter(Row::isReset).count() > most) {
            throw Refusal.on(
                    SeriesError.INVALID_PARAMS,
                    "from",
                    "There are more than %,d baselines in these days. Ask for fewer days",
                    most);
        }
        var baselines = rows.stream()
                .filter(row -> row.isBaseline() && question.range().has(LocalDate.ofInstant(row.at(), question.zone())))
                .map(row -> new Baseline(row.id(), row.at(), row.kind().equals("STARTED")))
                .sorted(ORDER)
                .toList();
        var first = rows.stream()
                .filter(row -> !row.isBaseline())
                .map(row -> first(things, row.at(), question.zone()))
                .findFirst();
        return new Landmarks(baselines, first.orElse(null));
    }

    private LocalDate first(List<UUID> things, Instant at, ZoneId zone) {
        var day = LocalDate.ofInstant(at, zone);
        return DailySeries.comesTwice(day, zone) ? earliest(things, at, day, zone) : day;
    }

    private LocalDate earliest(List<UUID> things, Instant at, LocalDate day, ZoneId zone) {
        var values = new HashMap<String, Object>(Map.of("things", things, "at", at));
        ZoneShifts.around(new Span(day, day), zone).into(values);
        return FIRST_DAY
                .first(database, values, row -> row.getObject("day", LocalDate.class))
                .orElse(day);
    }
}
