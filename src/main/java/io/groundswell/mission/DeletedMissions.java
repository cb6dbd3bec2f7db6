package io.groundswell.mission;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Deletes what is left of deleted missions. */
@ApplicationScoped
class DeletedMissions implements Round {
    /** In no order: one that fails each time, and takes all of a round for that, keeps no other waiting for ever. */
    private static final Sql DUE =
            Sql.text("select id from mission where deleted_at is not null order by random() limit 100");

    private final AgroalDataSource database;
    private final MissionDeletion deletion;
    private final OneByOne oneByOne;

    DeletedMissions(AgroalDataSource database, MissionDeletion deletion, OneByOne oneByOne) {
        this.database = database;
        this.deletion = deletion;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "deleted_missions";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        return oneByOne.allOf(this, this::due, id -> "mission " + id, deadline, id -> deletion.goOn(id, deadline));
    }

    private List<String> due() {
        return DUE.list(database, Map.of(), row -> row.getString("id"));
    }
}
