package io.groundswell.payout;

import io.groundswell.database.Edge;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The note that a creator was paid. What was paid, and how, never changes. */
@Entity
@Table(name = "payout_payment")
public class Payment {
    @Id
    private UUID id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private UUID creatorId;
    private UUID methodId;
    private String methodName;
    private long amountCents;
    private long adjustmentCents;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> accrualIds;

    private LocalDate paidOn;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private String metadata;

    private String readme;
    private Instant createdAt;
    private Instant updatedAt;

    protected Payment() {}

    Payment(Owner owner, Paid paid, Method method, LocalDate paidOn, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.creatorId = paid.creatorId();
        this.methodId = method.id();
        this.methodName = method.details().name();
        this.amountCents = paid.cents();
        this.adjustmentCents = paid.cents();
        this.accrualIds = paid.accrualIds().stream().map(UUID::toString).toList();
        this.status = PaymentStatus.RECORDED;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        describe(
                new PaymentDetails(
                        paidOn, paid.details().metadata(), paid.details().readme()),
                createdAt);
    }

    /** @param cents of its accruals, together */
    void cover(long cents) {
        amountCents = Math.addExact(adjustmentCents, cents);
    }

    void describe(PaymentDetails details, Instant now) {
        paidOn = details.paidOn();
        metadata = details.metadata();
        readme = details.readme();
        updatedAt = now;
    }

    void annul(Instant now) {
        status = PaymentStatus.VOID;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID creatorId() {
        return creatorId;
    }

    public UUID methodId() {
        return methodId;
    }

    public String methodName() {
        return methodName;
    }

    public long amountCents() {
        return amountCents;
    }

    public long adjustmentCents() {
        return adjustmentCents;
    }

    public List<String> accrualIds() {
        return accrualIds;
    }

    public PaymentStatus status() {
        return status;
    }

    public PaymentDetails details() {
        return new PaymentDetails(paidOn, metadata, readme);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Edge edge() {
        return new Edge(createdAt, id);
    }
}
