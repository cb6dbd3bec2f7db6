package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Gauges;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** For how long creators and videos wait to be looked up, and how many sources fail. */
@Singleton
class SourceGauges extends Gauges {
    private final AtomicLong creators;
    private final AtomicLong videos;
    private final AtomicLong failing;

    SourceGauges(AgroalDataSource database, MeterRegistry meters, Clock clock) {
        super(database, clock, Sql.file(SourceGauges.class, "state.sql"));
        this.creators = meters.gauge("groundswell.source.creators.oldest.seconds", new AtomicLong());
        this.videos = meters.gauge("groundswell.source.videos.oldest.seconds", new AtomicLong());
        this.failing = meters.gauge("groundswell.source.failing", new AtomicLong());
    }

    @Override
    public String name() {
        return "source_gauges";
    }

    @Override
    protected void tell(ResultSet row, Instant now) throws SQLException {
        creators.set(seconds(row, "creators", now));
        videos.set(seconds(row, "videos", now));
        failing.set(row.getLong("failing"));
    }
}
