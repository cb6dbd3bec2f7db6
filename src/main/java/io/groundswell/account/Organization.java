package io.groundswell.account;

import io.groundswell.shared.Refusal;
import io.groundswell.zone.Zones;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Owns everything in all three contracts: the missions contract's tenant, the site contract's account. */
@Entity
public class Organization {
    public static final String ID_PREFIX = "tnt";

    public enum Status {
        ACTIVE,
        SUSPENDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Id
    private String id;

    @Version
    private int version;

    private String name;
    private String slug;
    private String externalId;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Plan plan;

    private String timezone;

    @JdbcTypeCode(SqlTypes.JSON)
    private OrganizationConfig config;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Long> limits;

    private Instant createdAt;
    private Instant updatedAt;

    protected Organization() {}

    Organization(
            String id, String name, String slug, Plan plan, String timezone, Map<String, Long> limits, Instant now) {
        this.id = id;
        this.name = name;
        this.slug = slug;
        this.status = Status.ACTIVE;
        this.plan = plan;
        this.timezone = Zones.named(timezone);
        this.config = OrganizationConfig.defaults();
        this.limits = Map.copyOf(limits);
        this.createdAt = now;
        this.updatedAt = now;
    }

    void comesFrom(String externalId) {
        this.externalId = externalId;
    }

    void rename(String name, Instant now) {
        this.name = name;
        updatedAt = now;
    }

    void configure(OrganizationConfig config, Instant now) {
        ConfigRules.check(config);
        this.config = config;
        updatedAt = now;
    }

    void move(String timezone, Instant now) {
        this.timezone = Zones.named(timezone);
        updatedAt = now;
    }

    void grant(Plan plan, Map<String, Long> limits, Instant now) {
        this.plan = plan;
        this.limits = Map.copyOf(limits);
        updatedAt = now;
    }

    void become(Status status, Instant now) {
        this.status = status;
        updatedAt = now;
    }

    public long granted(Limit limit) {
        return limit.granted(plan, limits);
    }

    /** Refuses what would be more than is granted. Whoever asks lets nobody add to it meanwhile. */
    public void requireRoom(Limit limit, long current, long more) {
        if (!hasRoom(limit, current, more)) {
            throw Refusal.of(AccountError.LIMIT_REACHED, "Limit reached: %s", limit)
                    .with(Map.of("limitKey", limit.toString(), "current", current, "max", granted(limit)));
        }
    }

    boolean hasRoom(Limit limit, long current, long more) {
        var most = granted(limit);
        return most == Limit.UNLIMITED || current + more <= most;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String slug() {
        return slug;
    }

    /** What the identity provider calls it, whose people come here; null for none. */
    public String externalId() {
        return externalId;
    }

    public Status status() {
        return status;
    }

    public Plan plan() {
        return plan;
    }

    public String timezone() {
        return timezone;
    }

    /** Whose days and months are meant where no other zone is named. */
    public ZoneId zone() {
        return ZoneId.of(timezone);
    }

    public OrganizationConfig config() {
        return config;
    }

    public Map<String, Long> limits() {
        return limits;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
