package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseFaults;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import io.groundswell.work.Round;
import io.groundswell.work.Stopping;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Makes a delivery for each endpoint that wants a fresh event, and the body that all of them get. An event is held while
 * that is done and fresh no more afterwards, in one commit, so that no endpoint gets two deliveries of it.
 *
 * <p>A tick does this after all other rounds, and then sends: what it caused itself goes out with it.
 */
@ApplicationScoped
@Priority(-1)
class FanOut implements Round {
    private static final Logger LOG = Logger.getLogger(FanOut.class);
    private static final int AT_ONCE = 200;
    private static final int MAX_PER_ROUND = 10_000;
    private static final Sql FRESH = Sql.file(FanOut.class, "fresh.sql");
    private static final Sql DELIVER = Sql.file(FanOut.class, "deliver.sql");
    private static final Sql DONE = Sql.file(FanOut.class, "fanned-out.sql");

    private final AgroalDataSource database;
    private final EventText text;
    private final Stopping stopping;
    private final Clock clock;

    FanOut(AgroalDataSource database, EventText text, Stopping stopping, Clock clock) {
        this.database = database;
        this.text = text;
        this.stopping = stopping;
        this.clock = clock;
    }

    private record Fresh(Event event, List<String> webhooks) {
        static Fresh of(ResultSet row) throws SQLException {
            var event = new Event(
                    row.getString("id"),
                    Sql.owner(row),
                    row.getString("type"),
                    row.getString("subject_id"),
                    row.getString("data"),
                    Sql.instant(row, "at"));
            return new Fresh(event, List.of((String[]) row.getArray("webhooks").getArray()));
        }
    }

    @Override
    public String name() {
        return "webhook_events";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int run(Instant deadline) {
        var mayGoOn = stopping.mayGoOnUntil(deadline);
        var done = 0;
        while (done < MAX_PER_ROUND && mayGoOn.getAsBoolean()) {
            var some = QuarkusTransaction.requiringNew().call(this::some);
            done += some;
            if (some < AT_ONCE) {
                break;
            }
        }
        return done;
    }

    private int some() {
        var fresh = FRESH.list(database, Map.of("limit", AT_ONCE), Fresh::of);
        var ids = new ArrayList<String>();
        var webhooks = new ArrayList<String>();
        var events = new ArrayList<String>();
        var bodies = new ArrayList<String>();
        for (var one : fresh) {
            bodies.add(one.webhooks().isEmpty() ? null : body(one.event()));
            for (var webhook : one.webhooks()) {
                ids.add(PublicId.next(Delivery.ID_PREFIX));
                webhooks.add(webhook);
                events.add(one.event().id());
            }
        }
        if (!ids.isEmpty()) {
            DELIVER.update(
                    database, Map.of("ids", ids, "webhooks", webhooks, "events", events, "now", clock.instant()));
        }
        var all = fresh.stream().map(one -> one.event().id()).toList();
        return all.isEmpty() ? 0 : DONE.update(database, Map.of("events", all, "bodies", bodies));
    }

    /** In a transaction of its own, so that an object that cannot be shown holds up no other event, nor its own. */
    private String body(Event event) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> text.of(event));
        } catch (RuntimeException e) {
            if (DatabaseFaults.passes(e)) {
                throw e;
            }
            LOG.errorf(e, "Event %s is told without its object", event.id());
            return text.bare(event);
        }
    }
}
