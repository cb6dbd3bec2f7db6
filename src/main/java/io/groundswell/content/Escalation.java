package io.groundswell.content;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.webhook.Outbox;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Tells of items that waited for a reviewer longer than their organization wants, once each time they wait. */
@ApplicationScoped
class Escalation implements Round {
    private static final Sql OVERDUE = Sql.file(Escalation.class, "overdue.sql");

    private final AgroalDataSource database;
    private final Contents contents;
    private final Outbox outbox;
    private final Clock clock;

    Escalation(AgroalDataSource database, Contents contents, Outbox outbox, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "escalate";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    private record Waiting(Owner owner, String contentId) {}

    @Override
    public int run(Instant deadline) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var waiting = OVERDUE.list(
                    database,
                    Map.of("now", clock.instant()),
                    row -> new Waiting(
                            new Owner(row.getString("organization_id"), Mode.valueOf(row.getString("mode"))),
                            row.getString("id")));
            waiting.forEach(this::escalate);
            return waiting.size();
        });
    }

    private void escalate(Waiting item) {
        contents.requireForChange(item.owner(), item.contentId()).review().escalated(clock.instant());
        outbox.record(item.owner(), "content.escalated", item.contentId());
    }
}
