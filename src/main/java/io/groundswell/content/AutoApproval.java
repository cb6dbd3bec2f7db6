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

/** Approves items that waited for a reviewer as long as their mission, or else their organization, lets them wait. */
@ApplicationScoped
class AutoApproval implements Round {
    private static final String NOTES = "auto_approved:timeout";
    private static final Sql TIMED_OUT = Sql.file(AutoApproval.class, "timed-out.sql");

    private final AgroalDataSource database;
    private final Contents contents;
    private final Outbox outbox;
    private final Clock clock;

    AutoApproval(AgroalDataSource database, Contents contents, Outbox outbox, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "auto-approve";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    private record Waiting(Owner owner, String contentId) {}

    @Override
    public int run(Instant deadline) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var waiting = TIMED_OUT.list(
                    database,
                    Map.of("now", clock.instant()),
                    row -> new Waiting(
                            new Owner(row.getString("organization_id"), Mode.valueOf(row.getString("mode"))),
                            row.getString("id")));
            waiting.forEach(this::approve);
            return waiting.size();
        });
    }

    private void approve(Waiting item) {
        contents.requireForChange(item.owner(), item.contentId()).approve(Review.SYSTEM, NOTES, clock.instant());
        outbox.record(item.owner(), "content.approved", item.contentId());
    }
}
