package io.groundswell.metric;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An organization that moves to another zone has other days: those of its subjects are made anew, bit by bit. */
@ApplicationScoped
class MovedZones implements Round {
    private static final Sql MOVED = Sql.file(MovedZones.class, "moved.sql");
    private static final int BATCH = 100;
    private static final int MAX_PER_ROUND = 2_000;

    private final AgroalDataSource database;
    private final Snapshots snapshots;
    private final OneByOne oneByOne;
    private final Clock clock;

    MovedZones(AgroalDataSource database, Snapshots snapshots, OneByOne oneByOne, Clock clock) {
        this.database = database;
        this.snapshots = snapshots;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "moved_zones";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public int run(Instant deadline) {
        var failed = new HashSet<String>();
        var done = 0;
        var moved = next(failed);
        while (!moved.isEmpty()) {
            for (var of : moved.entrySet()) {
                done += oneByOne.attempt(this, "the days of " + of.getKey(), () -> follow(of.getKey(), of.getValue()))
                        .orElseGet(() -> {
                            failed.add(of.getKey().organizationId());
                            return 0;
                        });
            }
            moved = done < MAX_PER_ROUND && clock.instant().isBefore(deadline) ? next(failed) : Map.of();
        }
        return done;
    }

    private int follow(Owner owner, List<Subject> subjects) {
        snapshots.followZone(owner, subjects);
        return subjects.size();
    }

    /** @param failed organizations that must not keep others waiting until the next round */
    private Map<Owner, List<Subject>> next(Set<String> failed) {
        var moved = new LinkedHashMap<Owner, List<Subject>>();
        MOVED.list(database, Map.of("limit", BATCH, "failed", failed), row -> moved.computeIfAbsent(
                        Sql.owner(row), any -> new ArrayList<>())
                .add(new Subject(Subject.Kind.valueOf(row.getString("kind")), row.getString("subject_id"))));
        return moved;
    }
}
