package io.groundswell.export;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Hands out exports that have work left, each to one worker at a time. A claim that ran out is somebody else's. */
@ApplicationScoped
class Claims {
    /** Lease; longer than any step or mail may take. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Sql CLAIM = Sql.file(Claims.class, "claim.sql");
    private static final Sql HOLD = Sql.text("select * from export where id = :id and claim = :claim for update");
    private static final Sql GIVE_BACK =
            Sql.text("update export set claim = null, due_at = :due where id = :id and claim = :claim");

    private final AgroalDataSource database;

    Claims(AgroalDataSource database) {
        this.database = database;
    }

    /** The one that has been due longest, after which others of its organization wait as if they were due from now on. */
    Optional<Export> take(Work work, String claim, Instant now) {
        var values = Map.of("work", work, "claim", claim, "now", now, "lease", now.plus(LEASE));
        return CLAIM.first(database, values, Export::of);
    }

    /** The export, until the transaction ends, if the claim is still good. */
    Optional<Export> hold(String id, String claim) {
        return HOLD.first(database, Map.of("id", id, "claim", claim), Export::of);
    }

    /** For somebody to go on from then on. Does nothing once the work is done. */
    void giveBack(String id, String claim, Instant due) {
        GIVE_BACK.update(database, Map.of("id", id, "claim", claim, "due", due));
    }
}
