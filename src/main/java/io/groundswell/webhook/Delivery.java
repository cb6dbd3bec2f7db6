package io.groundswell.webhook;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One event on its way to one endpoint, and every try so far. */
@Entity
@Table(name = "webhook_delivery")
public class Delivery {
    static final String ID_PREFIX = "dlv";

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String webhookId;
    private String eventId;
    private String type;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private int attempts;
    private Instant dueAt;
    private String claim;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Attempt> tries;

    private Instant createdAt;

    protected Delivery() {}

    /** Sends it once more from the start, with all its retries. Refused while it is being sent. */
    void redeliver(Instant now) {
        if (claim != null && dueAt.isAfter(now)) {
            throw Refusal.of(WebhookError.DELIVERY_IN_FLIGHT, "The delivery is being sent right now");
        }
        status = DeliveryStatus.PENDING;
        attempts = 0;
        dueAt = now;
        claim = null;
    }

    public String id() {
        return id;
    }

    public String webhookId() {
        return webhookId;
    }

    public String eventId() {
        return eventId;
    }

    /** Of the event. */
    public String type() {
        return type;
    }

    public DeliveryStatus status() {
        return status;
    }

    /** Since it was made, or sent anew. */
    public int attempts() {
        return attempts;
    }

    /** Null when no more tries are due. */
    public Instant nextAttemptAt() {
        return status == DeliveryStatus.PENDING ? dueAt : null;
    }

    /** The latest twenty, oldest first. */
    public List<Attempt> tries() {
        return tries;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
