package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Gauges;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many jobs there are in which state, and for how long those wait that no worker has. */
@Singleton
class JobGauges extends Gauges {
    private static final List<String> STATES = List.of("waiting", "held", "later", "paused", "failed");

    private final Map<String, AtomicLong> jobs = new HashMap<>();
    private final AtomicLong oldestSeconds;

    JobGauges(AgroalDataSource database, MeterRegistry meters, Clock clock) {
        super(database, clock, Sql.file(JobGauges.class, "backlog.sql"));
        STATES.forEach(state ->
                jobs.put(state, meters.gauge("groundswell.pipeline.jobs", Tags.of("state", state), new AtomicLong())));
        this.oldestSeconds = meters.gauge("groundswell.pipeline.oldest.seconds", new AtomicLong());
    }

    @Override
    public String name() {
        return "pipeline_gauges";
    }

    @Override
    protected void tell(ResultSet row, Instant now) throws SQLException {
        for (var state : STATES) {
            jobs.get(state).set(row.getLong(state));
        }
        oldestSeconds.set(seconds(row, "oldest", now));
    }
}
