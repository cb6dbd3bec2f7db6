package io.groundswell.recording;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Subject;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Videos and creators whose organization moves to another zone have other days: they are made anew, bit by bit. */
@ApplicationScoped
class MovedThings implements Round {
    private static final Sql MOVED = Sql.file(MovedThings.class, "moved.sql");
    private static final Sql MOVE = Sql.text("""
            update tracked t set zone = w.zone from unnest(cast(cast(:ids as text[]) as uuid[]), cast(:zones as text[])) as w (id, zone)
            where t.id = w.id""");
    private static final int BATCH = 20;
    private static final int MAX_PER_ROUND = 20_000;

    private final AgroalDataSource database;
    private final KeptStore kept;
    private final TrackedStore store;
    private final Reworking reworking;
    private final OneByOne oneByOne;
    private final Clock clock;

    MovedThings(
            AgroalDataSource database,
            KeptStore kept,
            TrackedStore store,
            Reworking reworking,
            OneByOne oneByOne,
            Clock clock) {
        this.database = database;
        this.kept = kept;
        this.store = store;
        this.reworking = reworking;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "moved_things";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        var done = 0;
        int some;
        do {
            some = together(moved()).stream()
                    .mapToInt(things ->
                            oneByOne.together(this, things, thing -> thing.id().toString(), this::followed, thing -> 0))
                    .sum();
            done += some;
        } while (some > 0 && done < MAX_PER_ROUND && clock.instant().isBefore(deadline));
        return done;
    }

    private int followed(List<Moved> things) {
        QuarkusTransaction.requiringNew().run(() -> follow(things));
        return things.size();
    }

    private record Moved(UUID id, Subject.Kind kind, String zone) {}

    private List<Moved> moved() {
        return MOVED.list(
                database,
                Map.of("limit", BATCH),
                row -> new Moved(
                        UUID.fromString(row.getString("id")),
                        Subject.Kind.valueOf(row.getString("kind")),
                        row.getString("zone")));
    }

    private List<List<Moved>> together(List<Moved> moved) {
        if (kept.areMore(moved.stream().map(Moved::id).toList(), Reworking.MOST_SNAPSHOTS)) {
            return moved.stream().map(List::of).toList();
        }
        return List.copyOf(
                moved.stream().collect(Collectors.groupingBy(Moved::kind)).values());
    }

    /** @param moved of one kind */
    private void follow(List<Moved> moved) {
        var zones = new HashMap<UUID, String>();
        moved.forEach(one -> zones.put(one.id(), one.zone()));
        var held = store.hold(zones.keySet());
        store.hold(Tracked.creators(held.values()));
        var jobs = new ArrayList<Job>();
        var there = new HashMap<UUID, String>();
        held.values().forEach(thing -> {
            var zone = ZoneId.of(zones.get(thing.id()));
            // Unless another instance was faster.
            if (!thing.zone().equals(zone)) {
                jobs.add(Job.anew(thing.in(zone), Stretch.whole(thing.in(zone))));
                there.put(thing.id(), zone.getId());
            }
        });
        reworking.rework(jobs);
        MOVE.update(database, Map.of("ids", there.keySet(), "zones", there.values()));
    }
}
