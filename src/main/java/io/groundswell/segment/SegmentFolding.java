package io.groundswell.segment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.SitesBehind;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps segments behind the events, for a small part of the time: what has none yet is read row by row. */
@ApplicationScoped
class SegmentFolding implements Round {
    /** Events of a segment. */
    static final int WORTH = 16_384;
    /** Of a pause: who brings events at the same moment needs the processors more. */
    private static final Duration TURN = Duration.ofSeconds(2);

    /**
     * Most who turn out to be somebody known do so soon after they came, which would drop what was just made. And of those who are moved or
     * erased, several may be in the same segments.
     */
    private static final Duration WAIT = Duration.ofMinutes(5);

    private static final Sql BEHIND = Sql.file(SegmentFolding.class, "sites-behind.sql");

    private final AgroalDataSource database;
    private final SegmentFold fold;
    private final OneByOne oneByOne;
    private final Clock clock;
    private final SitesBehind behind;

    SegmentFolding(AgroalDataSource database, SegmentFold fold, OneByOne oneByOne, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.fold = fold;
        this.oneByOne = oneByOne;
        this.clock = clock;
        this.behind = new SitesBehind(meters, "groundswell.segments.events.waiting");
    }

    @Override
    public String name() {
        return "segment_fold";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(8);
    }

    @Override
    public int run(Instant deadline) {
        var end = clock.instant().plus(TURN);
        return oneByOne.allOf(
                this, this::behind, site -> "site " + site, end.isBefore(deadline) ? end : deadline, this::step);
    }

    private int step(long site) {
        return fold.step(site, WORTH, clock.instant().minus(WAIT));
    }

    private List<Long> behind() {
        var values = Map.of("worth", WORTH, "before", clock.instant().minus(WAIT), "most", SitesBehind.MOST_SITES);
        return behind.find(database, BEHIND, values);
    }
}
