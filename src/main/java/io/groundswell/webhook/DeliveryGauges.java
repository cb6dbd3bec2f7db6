package io.groundswell.webhook;

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

/** How much waits to be sent, and for how long. */
@Singleton
class DeliveryGauges extends Gauges {
    private final AtomicLong waiting;
    private final AtomicLong oldestSeconds;

    DeliveryGauges(AgroalDataSource database, MeterRegistry meters, Clock clock) {
        super(database, clock, Sql.file(DeliveryGauges.class, "waiting.sql"));
        this.waiting = meters.gauge("groundswell.webhook.deliveries.waiting", new AtomicLong());
        this.oldestSeconds = meters.gauge("groundswell.webhook.deliveries.oldest.seconds", new AtomicLong());
    }

    @Override
    public String name() {
        return "webhook_gauges";
    }

    @Override
    protected void tell(ResultSet row, Instant now) throws SQLException {
        waiting.set(row.getLong("waiting"));
        oldestSeconds.set(seconds(row, "oldest", now));
    }
}
