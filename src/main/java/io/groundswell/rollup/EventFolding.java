package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.SitesBehind;
import io.groundswell.work.Round;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps the figures of events close behind the events. */
@ApplicationScoped
class EventFolding implements Round {
    /** Fewer can be counted one by one: they wait for others, because a fold of few costs little less than one of many. */
    private static final int WORTH_A_FOLD = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int STEP = 100_000;
    private static final Sql BEHIND = Sql.file(EventFolding.class, "sites-behind.sql");

    private final AgroalDataSource database;
    private final EventFold fold;
    private final SitesInTurn sites;
    private final Clock clock;
    private final SitesBehind behind;

    EventFolding(AgroalDataSource database, EventFold fold, SitesInTurn sites, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.fold = fold;
        this.sites = sites;
        this.clock = clock;
        this.behind = new SitesBehind(meters, "groundswell.fold.events.waiting");
    }

    @Override
    public String name() {
        return "event_fold";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int run(Instant deadline) {
        return sites.bring(this, this::behind, site -> fold.step(site, STEP), STEP, deadline);
    }

    private List<Long> behind() {
        var now = clock.instant();
        var values = Map.of(
                "worth", WORTH_A_FOLD, "now", now, "before", now.minus(PATIENCE), "most", SitesBehind.MOST_SITES);
        return behind.find(database, BEHIND, values);
    }
}
