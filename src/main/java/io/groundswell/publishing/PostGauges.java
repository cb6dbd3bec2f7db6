package io.groundswell.publishing;

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

/** How many posts are late, and for how long. */
@Singleton
class PostGauges extends Gauges {
    private final AtomicLong due;
    private final AtomicLong oldestSeconds;

    PostGauges(AgroalDataSource database, MeterRegistry meters, Clock clock) {
        super(database, clock, Sql.file(PostGauges.class, "backlog.sql"));
        this.due = meters.gauge("groundswell.posts.due", new AtomicLong());
        this.oldestSeconds = meters.gauge("groundswell.posts.oldest.seconds", new AtomicLong());
    }

    @Override
    public String name() {
        return "post_gauges";
    }

    @Override
    protected void tell(ResultSet row, Instant now) throws SQLException {
        due.set(row.getLong("due"));
        oldestSeconds.set(seconds(row, "oldest", now));
    }
}
