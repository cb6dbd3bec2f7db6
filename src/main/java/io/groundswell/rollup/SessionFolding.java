package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.SitesBehind;
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
    /** Of a site where very many begin, those that are older than this do not wait: every question would count them. */
    private static final Duration CROWDED = Duration.ofMinutes(2);

    private static final long MOST_OPEN = 20_000;
    /** Whoever tells events of the site waits for a step. */
    private static final int STEP = 2_000;

    private static final Sql BEHIND = Sql.file(SessionFolding.class, "sites-with-open-sessions.sql");
    private static final Sql NEWEST = Sql.file(SessionFolding.class, "newest-sessions.sql");

    private final AgroalDataSource database;
    private final SessionFold fold;
    private final SitesInTurn sites;
    private final Clock clock;

    SessionFolding(AgroalDataSource database, SessionFold fold, SitesInTurn sites, Clock clock) {
        this.database = database;
        this.fold = fold;
        this.sites = sites;
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
        var now = clock.instant();
        return sites.bring(this, () -> behind(now), site -> fold.step(site, until(site, now), STEP), STEP, deadline);
    }

    private List<Long> behind(Instant now) {
        return BEHIND.list(
                database,
                Map.of(
                        "until",
                        now.minus(OPEN),
                        "crowded",
                        now.minus(CROWDED),
                        "most_open",
                        MOST_OPEN,
                        "most",
                        SitesBehind.MOST_SITES),
                row -> row.getLong("number"));
    }

    private Instant until(long site, Instant now) {
        var usual = now.minus(OPEN);
        return NEWEST.first(
                        database,
                        Map.of("site", site, "from", usual, "until", now.minus(CROWDED), "most_open", MOST_OPEN),
                        row -> Sql.instant(row, "start_at"))
                .orElse(usual);
    }
}
