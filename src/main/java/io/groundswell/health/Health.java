package io.groundswell.health;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseException;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether the server can do its work. */
@ApplicationScoped
public class Health {
    private static final Sql PING = Sql.text("select count(*) as jobs from (select 1 from pipeline_job limit 1) one");

    private final AgroalDataSource database;

    Health(AgroalDataSource database) {
        this.database = database;
    }

    public record Readiness(String status, Checks checks) {}

    public record Checks(String database, String queue) {}

    /** 200, or 503 while the database does not answer. */
    public RestResponse<Readiness> ready() {
        try {
            PING.first(database, Map.of(), row -> row.getLong("jobs"));
            return RestResponse.ok(new Readiness("ready", new Checks("ok", "ok")));
        } catch (DatabaseException e) {
            // The queue is a table: it fails with its database.
            var failing = new Readiness("failing", new Checks("failing", "failing"));
            return RestResponse.status(RestResponse.Status.SERVICE_UNAVAILABLE, failing);
        }
    }
}
