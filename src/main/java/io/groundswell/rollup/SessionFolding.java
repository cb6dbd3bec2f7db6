package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps the figures of sessions close behind the sessions. */
@ApplicationScoped
class SessionFolding implements Round {
    /** Most sessions are over by then. One that is not is corrected later, which costs more than to count it for a while. */
    private static final Duration OPEN = Duration.ofMinutes(45);
    /** Whoever tells events of the site waits for a step. */
    private static final int STEP = 2_000;

    private static final Sql BEHIND = Sql.file(SessionFolding.class, "sites-with-open-sessions.sql");

    private final AgroalDataSource database;
    private final SessionFold fold;
    private final Clock clock;

    SessionFolding(AgroalDataSource database, SessionFold fold, Clock clock) {
        this.database = database;
        this.fold = fold;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "session_fold";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int run(Instant deadline) {
        var until = clock.instant().minus(OPEN);
        return SitesInTurn.bring(() -> behind(until), site -> fold.step(site, until, STEP), STEP, clock, deadline);
    }

    private List<Long> behind(Instant until) {
        return BEHIND.list(
                database, Map.of("until", until, "most", SitesInTurn.MOST_SITES), row -> row.getLong("number"));
    }
}
