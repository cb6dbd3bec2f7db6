package io.groundswell.traffic;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which properties came with which events of a site. */
@ApplicationScoped
public class ReceivedProperties {
    private static final Sql RECEIVED = Sql.file(ReceivedProperties.class, "received-properties.sql");

    private final AgroalDataSource database;

    ReceivedProperties(AgroalDataSource database) {
        this.database = database;
    }

    public record Received(String key, String event) {}

    /**
     * In the order of the keys, then of the events.
     *
     * @param sample newest events with properties that are looked at
     */
    public List<Received> of(AskedSite site, Window window, int sample) {
        var parameters = window.of(site);
        parameters.put("sample", (long) sample);
        return RECEIVED.list(database, parameters, row -> new Received(row.getString("key"), row.getString("event")));
    }
}
