package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Edge;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes, lists and revokes the API keys of the creators contract. */
@ApplicationScoped
public class CreatorKeyService {
    private final AgroalDataSource database;
    private final ApiKeys keys;
    private final ApiKeyService maker;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    CreatorKeyService(
            AgroalDataSource database,
            ApiKeys keys,
            ApiKeyService maker,
            OrganizationService organizations,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.maker = maker;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param scopes at least one
     * @param expiresAt null for a key that does not expire
     */
    @Transactional
    public FreshKey create(Caller caller, String name, List<CreatorScope> scopes, Instant expiresAt) {
        var granted = scopes.stream().distinct().map(CreatorScope::toString).toList();
        for (var scope : granted) {
            if (!caller.may(scope)) {
                throw Refusal.on(
                        AccountError.SCOPE_BEYOND_CALLER, "scopes", "This key may not grant the scope '%s'", scope);
            }
        }
        var owner = caller.owner();
        Alone.with(database, "creator keys " + owner.organizationId());
        organizations
                .get(owner.organizationId())
                .requireRoom(Limit.MAX_API_KEYS_PER_ORG, keys.activeOfCreators(owner, clock.instant()), 1);
        var fresh = maker.make(owner, caller.userId(), KeyKind.TGA, name, granted, expiresAt);
        audit.record(
                owner,
                caller.userId(),
                "api_key.created",
                fresh.key().id(),
                Map.of("name", name, "key_prefix", fresh.key().keyPrefix(), "scopes", String.join(", ", granted)));
        return fresh;
    }

    @Transactional
    public Page<ApiKey> list(Owner owner, int limit, Edge edge) {
        return keys.pageOfCreators(owner, limit, edge);
    }

    /** Revoking twice changes nothing. */
    @Transactional
    public ApiKey revoke(Caller caller, UUID id) {
        var key = keys.requireOfCreatorsForChange(caller.owner(), id);
        if (key.revokedAt() == null) {
            key.revoke(clock.instant());
            audit.record(caller.owner(), caller.userId(), "api_key.revoked", key.id());
        }
        return key;
    }
}
