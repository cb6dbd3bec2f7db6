package io.groundswell.goal;

import io.groundswell.creator.Creator;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What a creator is to reach, in each period anew. */
@Entity
public class Goal {
    @Id
    private UUID id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private UUID programId;
    private UUID creatorId;

    @Enumerated(EnumType.STRING)
    private GoalType type;

    @Enumerated(EnumType.STRING)
    private GoalPeriod period;

    private BigDecimal target;
    /** The first day of the period that is judged next. */
    private LocalDate duePeriod;

    private Instant dueAt;
    private Instant createdAt;
    private Instant updatedAt;

    protected Goal() {}

    /** @param zone whose days it has */
    Goal(Owner owner, Creator creator, Aim aim, ZoneId zone, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.programId = creator.programId();
        this.creatorId = creator.id();
        // As exact as the database, for what is compared with its beginning.
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        become(aim, zone, createdAt);
    }

    /** A period that has begun already is not judged. */
    void become(Aim aim, ZoneId zone, Instant now) {
        if (aim.period() != period) {
            var begun = aim.period().holding(LocalDate.ofInstant(now, zone));
            var next = aim.period().holding(begun.end());
            duePeriod = next.start();
            dueAt = next.endsAt(zone).plus(Advisory.SETTLING);
        }
        type = aim.type();
        period = aim.period();
        target = aim.target();
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID programId() {
        return programId;
    }

    public UUID creatorId() {
        return creatorId;
    }

    public Aim aim() {
        return new Aim(type, period, target);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
