package io.groundswell.account;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Makes, lists, rotates and revokes the API keys of the missions contract. */
@ApplicationScoped
public class ApiKeyService {
    private final ApiKeys keys;
    private final AuditTrail audit;
    private final AccountConfig config;
    private final Clock clock;

    ApiKeyService(ApiKeys keys, AuditTrail audit, AccountConfig config, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param scopes null for all that the caller may grant
     * @param expiresInDays null for a key that does not expire; otherwise it expires at the first midnight (UTC) at or after so many days
     */
    @Transactional
    public FreshKey create(Caller caller, KeyKind kind, String name, List<String> scopes, Integer expiresInDays) {
        if (caller.owner().mode() == Mode.TEST && kind.mode() == Mode.LIVE) {
            throw Refusal.on(
                    AccountError.MODE_BEYOND_CALLER, "environment", "A test key makes no keys that publish for real");
        }
        if (kind == KeyKind.AMP_DEV && !config.development()) {
            throw Refusal.impossible("environment", "Development keys work only on a server that runs for development");
        }
        var granted = granted(caller, scopes);
        var owner = new Owner(caller.owner().organizationId(), kind.mode());
        var fresh = make(owner, caller.userId(), kind, name, granted, expiry(expiresInDays));
        audit.record(
                caller.owner(),
                caller.userId(),
                "api_key.created",
                fresh.key().id(),
                Map.of("name", name, "key_prefix", fresh.key().keyPrefix(), "scopes", String.join(", ", granted)));
        return fresh;
    }

    private static List<String> granted(Caller caller, List<String> wanted) {
        if (wanted == null) {
            return Scope.names().stream().filter(caller::may).toList();
        }
        for (var scope : wanted) {
            if (Scope.named(scope).isEmpty()) {
                throw Refusal.invalid(
                        "scopes", "scopes: '%s' is not one of %s", scope, String.join(", ", Scope.names()));
            }
            if (!caller.may(scope)) {
                throw Refusal.on(AccountError.SCOPE_BEYOND_CALLER, "scopes", "You may not grant the scope '%s'", scope);
            }
        }
        return wanted.stream().distinct().toList();
    }

    private Instant expiry(Integer days) {
        if (days == null) {
            return null;
        }
        // From the second that created_at shows, not from the fraction that it hides.
        var end = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days));
        var midnight = end.truncatedTo(ChronoUnit.DAYS);
        return midnight.equals(end) ? end : midnight.plus(1, ChronoUnit.DAYS);
    }

    /** Makes a key of any kind without asking who may. */
    FreshKey make(Owner owner, String userId, KeyKind kind, String name, List<String> scopes, Instant expiresAt) {
        return store(Secret.next(kind), owner, userId, kind, name, scopes, expiresAt);
    }

    FreshKey store(
            Secret secret,
            Owner owner,
            String userId,
            KeyKind kind,
            String name,
            List<String> scopes,
            Instant expiresAt) {
        var key = new ApiKey(kind.newId(), owner, userId, kind, name, secret, scopes, expiresAt, clock.instant());
        keys.persist(key);
        return new FreshKey(key, secret);
    }

    /** Ends all active keys of one kind, without asking who may. */
    List<ApiKey> revokeAll(Owner owner, KeyKind kind) {
        var now = clock.instant();
        var active = keys.activeForChange(owner, kind, now);
        active.forEach(key -> key.revoke(now));
        return active;
    }

    @Transactional
    public Page<ApiKey> list(Owner owner, Page.Request request) {
        return keys.page(owner, request);
    }

    @Transactional
    public ApiKey revoke(Caller caller, String id) {
        var key = keys.requireForChange(caller.owner(), id);
        if (key.revokedAt() == null) {
            key.revoke(clock.instant());
            audit.record(caller.owner(), caller.userId(), "api_key.revoked", id);
        }
        return key;
    }

    /** The old key, valid for the grace period, and the new one, which acts for the user who made it and is shown to nobody else. */
    public record Rotation(ApiKey old, FreshKey fresh) {}

    @Transactional
    public Rotation rotate(Caller caller, String id) {
        var now = clock.instant();
        var old = keys.requireForChange(caller.owner(), id);
        var expiresAt = old.expiresAt();
        old.rotate(now, now.plus(config.keyRotationGrace()));
        granted(caller, old.scopes());
        var owner = new Owner(caller.owner().organizationId(), old.mode());
        var fresh = make(owner, caller.userId(), old.kind(), old.name(), old.scopes(), expiresAt);
        audit.record(
                caller.owner(),
                caller.userId(),
                "api_key.rotated",
                id,
                Map.of("new_key_id", fresh.key().id()));
        return new Rotation(old, fresh);
    }

    /** Revokes the key of the call and makes another like it. Of two concurrent calls, one succeeds. */
    @Transactional
    public FreshKey replace(Caller caller) {
        var now = clock.instant();
        var old = keys.shownForChange(caller);
        if (old.status(now) != ApiKey.Status.ACTIVE) {
            throw Refusal.of(AccountError.KEY_REQUIRED, "This API key was revoked or has expired");
        }
        old.revoke(now);
        var fresh = make(caller.owner(), old.userId(), old.kind(), old.name(), old.scopes(), old.expiresAt());
        audit.record(
                caller.owner(),
                caller.userId(),
                "api_key.replaced",
                old.id(),
                Map.of("new_key_id", fresh.key().id(), "key_prefix", fresh.key().keyPrefix()));
        return fresh;
    }
}
