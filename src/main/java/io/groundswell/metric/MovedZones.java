package io.groundswell.metric;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An organization that moves to another zone has other days: those of its subjects are made anew, bit by bit. */
@ApplicationScoped
class MovedZones implements Round {
    private static final Sql MOVED = Sql.file(MovedZones.class, "moved.sql");
    private static final int BATCH = 100;
    private static final int MAX_PER_ROUND = 2_000;

    private final AgroalDataSource database;
    private final Snapshots snapshots;
    private final Clock clock;

    MovedZones(AgroalDataSource database, Snapshots snapshots, Clock clock) {
        this.database = database;
        this.snapshots = snapshots;
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
        var done = 0;
        while (done < MAX_PER_ROUND && clock.instant().isBefore(deadline)) {
            var moved = moved();
            if (moved.isEmpty()) {
                break;
            }
            moved.forEach(snapshots::followZone);
            done += moved.values().stream().mapToInt(List::size).sum();
        }
        return done;
    }

    private Map<Owner, List<Subject>> moved() {
        var moved = new LinkedHashMap<Owner, List<Subject>>();
        MOVED.list(database, Map.of("limit", BATCH), row -> moved.computeIfAbsent(
                        new Owner(row.getString("organization_id"), Mode.valueOf(row.getString("mode"))),
                        any -> new ArrayList<>())
                .add(new Subject(Subject.Kind.valueOf(row.getString("kind")), row.getString("subject_id"))));
        return moved;
    }
}
