package io.groundswell.health;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseException;
import io.groundswell.database.Sql;
import io.groundswell.work.Stopping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether the server can do its work. */
@ApplicationScoped
public class Health {
    private static final Sql PING = Sql.text("""
            select count(*) as jobs, cast(current_setting('transaction_read_only') as boolean) as read_only
            from (select 1 from pipeline_job limit 1) one""");

    private final AgroalDataSource database;
    private final Stopping stopping;

    Health(AgroalDataSource database, Stopping stopping) {
        this.database = database;
        this.stopping = stopping;
    }

    public record Readiness(String status, Checks checks) {}

    public record Checks(String database, String queue) {}

    /** 200, or 503 while the database does not answer or takes no writes, as a standby does, and once the server stops. */
    public RestResponse<Readiness> ready() {
        if (stopping.hasBegun()) {
            return no(new Readiness("stopping", new Checks("ok", "ok")));
        }
        if (takesWrites()) {
            return RestResponse.ok(new Readiness("ready", new Checks("ok", "ok")));
        }
        // The queue is a table: it fails with its database.
        return no(new Readiness("failing", new Checks("failing", "failing")));
    }

    private static RestResponse<Readiness> no(Readiness readiness) {
        return RestResponse.status(RestResponse.Status.SERVICE_UNAVAILABLE, readiness);
    }

    private boolean takesWrites() {
        try {
            return !PING.first(database, Map.of(), row -> row.getBoolean("read_only"))
                    .orElseThrow();
        } catch (DatabaseException e) {
            return false;
        }
    }
}
