package io.groundswell.content;

import io.groundswell.account.AuditTrail;
import io.groundswell.database.Sql;
import io.groundswell.webhook.Outbox;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells of items that waited for a reviewer longer than their organization wants, once each time they wait. */
@ApplicationScoped
class Escalation implements Round {
    private static final Sql OVERDUE = Sql.file(Escalation.class, "overdue.sql");

    private final WaitingItems items;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final Clock clock;

    Escalation(WaitingItems items, AuditTrail audit, Outbox outbox, Clock clock) {
        this.items = items;
        this.audit = audit;
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

    @Override
    public int run(Instant deadline) {
        return items.each(this, OVERDUE, deadline, this::escalate);
    }

    private int escalate(Content content) {
        if (content.review().escalatedAt() != null) {
            return 0;
        }
        content.review().escalated(clock.instant());
        audit.record(content.owner(), AuditTrail.SYSTEM, "content.escalated", content.id());
        outbox.record(content.owner(), "content.escalated", content.id());
        return 1;
    }
}
