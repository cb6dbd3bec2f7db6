package io.groundswell.content;

import io.groundswell.account.AuditTrail;
import io.groundswell.database.Sql;
import io.groundswell.webhook.Outbox;
import io.groundswell.work.Round;
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

    private final WaitingItems items;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    AutoApproval(WaitingItems items, AuditTrail audit, Outbox outbox, Clock clock) {
        this.items = items;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "auto_approve";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        return items.each(this, TIMED_OUT, deadline, this::approve);
    }

    private int approve(Content content) {
        content.approve(Review.SYSTEM, NOTES, clock.instant());
        audit.record(content.owner(), AuditTrail.SYSTEM, "content.approved", content.id(), Map.of("notes", NOTES));
        outbox.record(content.owner(), "content.approved", content.id());
        return 1;
    }
}
