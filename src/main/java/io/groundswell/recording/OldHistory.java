package io.groundswell.recording;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.database.Sql;
import io.groundswell.metric.DailySeries;
import io.groundswell.metric.Subject;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes away history that is older than is {@linkplain KeptHistory kept}, once a day for each thing. Of the snapshots before that, the last one
 * stays, so that levels are carried on and the first one after it is compared with what it was compared with before.
 */
@ApplicationScoped
class OldHistory implements Round {
    /** Days begin earlier and later than in UTC, and the first of them is asked for as a whole. */
    private static final int MORE_DAYS = 2;

    private static final int BATCH = 20;
    private static final Sql TO_BE_PRUNED = Sql.file(OldHistory.class, "to-be-pruned.sql");
    private static final Sql PRUNE = Sql.file(OldHistory.class, "prune.sql");
    private static final Sql FORGET_DAYS = Sql.file(OldHistory.class, "forget-days.sql");
    private static final Sql DONE =
            Sql.text("update tracked set pruned_on = :today where id = any (cast(cast(:ids as text[]) as uuid[]))");

    private final AgroalDataSource database;
    private final TrackedStore store;
    private final Reworking reworking;
    private final OneByOne oneByOne;
    private final Repeat repeat;
    private final Clock clock;

    OldHistory(
            AgroalDataSource database,
            TrackedStore store,
            Reworking reworking,
            OneByOne oneByOne,
            Repeat repeat,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.reworking = reworking;
        this.oneByOne = oneByOne;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_history";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, () -> step(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private record Thing(UUID id, Subject.Kind kind, LocalDate oldest) {}

    private int step(LocalDate today) {
        var values = new HashMap<>(Limit.STATS_HISTORY_RETENTION_DAYS.daysOfPlans());
        values.put("least", KeptHistory.LEAST_DAYS);
        values.put("today", today);
        values.put("limit", BATCH);
        var things = TO_BE_PRUNED.list(
                database,
                values,
                row -> new Thing(
                        UUID.fromString(row.getString("id")),
                        Subject.Kind.valueOf(row.getString("kind")),
                        row.getObject("oldest", LocalDate.class)));
        // One that fails waits until tomorrow.
        things.stream()
                .collect(Collectors.groupingBy(Thing::kind))
                .values()
                .forEach(ofOneKind -> oneByOne.together(
                        this,
                        ofOneKind,
                        thing -> thing.id().toString(),
                        some -> pruned(some, today),
                        thing -> DONE.update(database, Map.of("today", today, "ids", List.of(thing.id())))));
        return things.size();
    }

    private int pruned(List<Thing> things, LocalDate today) {
        QuarkusTransaction.requiringNew().run(() -> prune(things, today));
        return things.size();
    }

    /** @param things of one kind */
    private void prune(List<Thing> things, LocalDate today) {
        var held = store.hold(things.stream().map(Thing::id).toList());
        var creators = Tracked.creators(held.values());
        store.hold(creators);
        var columns = new Columns();
        things.stream().filter(thing -> held.containsKey(thing.id())).forEach(thing -> columns.row(thing.id())
                .with("edges", edge(thing)));
        if (columns.isEmpty()) {
            return;
        }
        reworking.rework(PRUNE.list(database, columns.values(), row -> {
            var thing = held.get(UUID.fromString(row.getString("id")));
            return Job.anew(thing, upTo(thing, Sql.instant(row, "at")));
        }));
        var until = things.stream().map(Thing::oldest).max(LocalDate::compareTo).orElseThrow();
        FORGET_DAYS.update(database, Map.of("ids", creators, "until", until));
        DONE.update(database, Map.of("today", today, "ids", held.keySet()));
    }

    private static Instant edge(Thing thing) {
        var day = thing.oldest().minusDays(MORE_DAYS);
        return (day.isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : day)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    /** All days up to that of the snapshot. */
    private static Stretch upTo(Tracked thing, Instant at) {
        var whole = Stretch.whole(thing);
        return new Stretch(
                thing, whole.first(), DailySeries.firstApart(LocalDate.ofInstant(at, thing.zone()), thing.zone()));
    }
}
