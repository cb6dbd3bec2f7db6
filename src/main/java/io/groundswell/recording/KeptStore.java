package io.groundswell.recording;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The snapshots that are kept. */
@ApplicationScoped
class KeptStore {
    private static final Sql IN = Sql.file(KeptStore.class, "snapshots-in.sql");
    private static final Sql COUNTS = Sql.file(KeptStore.class, "count-snapshots-in.sql");
    private static final Sql NEXT = Sql.file(KeptStore.class, "next-that-tell.sql");

    private static final Sql ARE_MORE = Sql.text("""
            select count(*) > :most as more from (
                select 1 from tracked_snapshot where id = any (cast(cast(:ids as text[]) as uuid[])) limit :most + 1) as first""");
    private static final Sql AT = Sql.file(KeptStore.class, "snapshots-at.sql");
    private static final Sql KNOWN = Sql.file(KeptStore.class, "known-snapshots.sql");

    private final AgroalDataSource database;

    KeptStore(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Snapshots of a stretch, in order of time.
     *
     * @param before where the counters stood before the first of them
     */
    record Part(Counters before, List<KeptSample> samples) {}

    /** A part for each stretch. */
    List<Part> in(List<Stretch> stretches) {
        var columns = columns(stretches);
        var parts = new ArrayList<Part>();
        stretches.forEach(any -> parts.add(new Part(Counters.NONE, new ArrayList<>())));
        IN.list(database, columns.values(), row -> {
            var index = row.getInt("number") - 1;
            var kept = kept(row, stretches.get(index).thing().subject());
            if (row.getBoolean("before")) {
                parts.set(index, new Part(kept.level(), parts.get(index).samples()));
            } else {
                parts.get(index).samples().add(kept);
            }
            return kept;
        });
        return parts;
    }

    private static Columns columns(List<Stretch> stretches) {
        var columns = new Columns();
        stretches.forEach(stretch -> columns.row(stretch.thing().id())
                .with("starts", stretch.start())
                .with("ends", stretch.end()));
        return columns;
    }

    /** How many there are in each stretch; one more than {@code most} where there are more than that. */
    List<Long> counts(List<Stretch> stretches, int most) {
        var values = columns(stretches).values();
        values.put("most", most + 1);
        return COUNTS.list(database, values, row -> row.getLong("snapshots"));
    }

    /** Whether things have more snapshots, all together. */
    boolean areMore(Collection<UUID> ids, long most) {
        return ARE_MORE.first(database, Map.of("ids", ids, "most", most), row -> row.getBoolean("more"))
                .orElseThrow();
    }

    private static KeptSample kept(ResultSet row, Subject subject) throws SQLException {
        var sample = new Sample(
                subject, Sql.instant(row, "at"), row.getBoolean("reset"), Kept.read(row, "", row.getLong("told")));
        return new KeptSample(sample, Kept.read(row, ""));
    }

    /**
     * What is to be written of samples.
     *
     * @param baselines those of them whose instants set a level until now, told as one or not
     */
    record Missing(List<Sample> samples, List<Sample> baselines) {}

    private record Known(int number, boolean isSame, boolean reset) {}

    /** Those of the samples that are not there with the same counters, at least as marks of a level. */
    Missing missing(List<Sample> samples) {
        var columns = new Columns();
        samples.forEach(sample -> columns.row(UUID.fromString(sample.subject().id()))
                .with("ats", sample.at())
                .with("tolds", Kept.bits(sample.counters()))
                .with("resets", sample.reset() ? 1L : 0L)
                .with(Kept.ALL, sample.counters(), ""));
        var known = new HashMap<Integer, Known>();
        if (!samples.isEmpty()) {
            KNOWN.list(
                            database,
                            columns.values(),
                            row -> new Known(row.getInt("number") - 1, row.getBoolean("same"), row.getBoolean("reset")))
                    .forEach(one -> known.put(one.number(), one));
        }
        var missing = IntStream.range(0, samples.size())
                .filter(index -> !known.containsKey(index) || !known.get(index).isSame())
                .boxed()
                .toList();
        return new Missing(
                missing.stream().map(samples::get).toList(),
                missing.stream()
                        .filter(index ->
                                known.containsKey(index) && known.get(index).reset())
                        .map(samples::get)
                        .toList());
    }

    /** What were the first snapshots of pauses, as far as they are kept: as they were told, with what they told. */
    List<Sample> firsts(List<Resets.Former> pauses) {
        var columns = new Columns();
        pauses.forEach(one -> columns.row(UUID.fromString(one.subject().id()))
                .with("ats", one.pause().first()));
        return pauses.isEmpty()
                ? List.of()
                : AT.list(database, columns.values(), row -> {
                    var former = pauses.get(row.getInt("number") - 1);
                    var sample = kept(row, former.subject()).sample();
                    return new Sample(
                            former.subject(), sample.at(), former.pause().told(), sample.counters());
                });
    }

    /** For each of new snapshots, the later one from which on it changes nothing any more, or null. */
    List<Instant> next(List<Tracked> things, List<Sample> samples) {
        var columns = new Columns();
        for (var index = 0; index < things.size(); index++) {
            columns.row(things.get(index).id())
                    .with("ats", samples.get(index).at())
                    .with("tolds", Kept.bits(samples.get(index).counters()));
        }
        return NEXT.list(database, columns.values(), row -> Sql.instant(row, "at"));
    }
}
