package io.groundswell.generation;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What writers and illustrators know about an organization; at most one per organization and mode. */
@Entity
public class BrandContext {
    static final String ID_PREFIX = "brc";

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Version
    private int version;

    @JdbcTypeCode(SqlTypes.JSON)
    private BrandDescription context;

    private Instant createdAt;
    private Instant updatedAt;

    protected BrandContext() {}

    BrandContext(String id, Owner owner, BrandDescription context, Instant now) {
        BrandRules.check(context);
        this.id = id;
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.context = context;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void describe(BrandDescription context, Instant now) {
        BrandRules.check(context);
        this.context = context;
        updatedAt = now;
    }

    public String id() {
        return id;
    }

    public BrandDescription description() {
        return context;
    }

    public Brand brand() {
        return context.toBrand();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
