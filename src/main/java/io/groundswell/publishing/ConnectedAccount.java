package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import io.groundswell.outbound.Health;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organization's account at a provider; at most one each. Only live content goes there. */
@Entity
public class ConnectedAccount {
    static final String ID_PREFIX = "con";

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Provider provider;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Platform, String> platforms;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> data;

    private String token;

    @Enumerated(EnumType.STRING)
    private Health health;

    private String lastError;
    private Instant connectedAt;
    private Instant lastSync;

    protected ConnectedAccount() {}

    ConnectedAccount(String id, String organizationId, Provider provider) {
        this.id = id;
        this.organizationId = organizationId;
        this.provider = provider;
    }

    void connect(ConnectedAccounts.Connection made, String sealedToken, Instant now) {
        name = made.name();
        platforms = Map.copyOf(made.platforms());
        data = Map.copyOf(made.data());
        token = sealedToken;
        health = Health.HEALTHY;
        lastError = null;
        connectedAt = now;
        lastSync = now;
    }

    public String id() {
        return id;
    }

    public Provider provider() {
        return provider;
    }

    public String name() {
        return name;
    }

    /** The platforms it posts to, each with its account there as people know it. */
    public Map<Platform, String> platforms() {
        return platforms;
    }

    /** What the provider needs besides the token. */
    public Map<String, String> data() {
        return data;
    }

    String sealedToken() {
        return token;
    }

    public Health health() {
        return health;
    }

    public Instant connectedAt() {
        return connectedAt;
    }

    /** When it last did what it was asked. */
    public Instant lastSync() {
        return lastSync;
    }
}
