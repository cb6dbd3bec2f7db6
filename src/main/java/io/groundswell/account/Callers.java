package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Recognises callers by the credential they show, asking the database every time: a revoked key stops at once. */
@ApplicationScoped
public class Callers {
    private static final Duration USE_RECORDED_EVERY = Duration.ofMinutes(1);
    private static final Sql BY_KEY = Sql.file(Callers.class, "caller-by-key.sql");
    private static final Sql BY_TOKEN = Sql.file(Callers.class, "caller-by-token.sql");
    private static final Sql USED = Sql.text("""
            with unhurried as (select set_config('synchronous_commit', 'off', true))
            update api_key set last_used_at = :now from unhurried
            where id = (select id from api_key where id = :id for update skip locked)""");

    private final AgroalDataSource database;
    private final Tokens tokens;
    private final AccountConfig config;
    private final Clock clock;

    Callers(AgroalDataSource database, Tokens tokens, AccountConfig config, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /** @param organizationId the organization the caller asks to act in, or null */
    public Caller ofMissionsCredential(String credential, String organizationId) {
        if (credential == null) {
            throw unauthorized("Send your API key as 'Authorization: Bearer <key>'");
        }
        return KeyKind.of(credential).isPresent()
                ? ofKey(credential, organizationId)
                : ofToken(credential, organizationId);
    }

    private Caller ofKey(String text, String organizationId) {
        var found = known(text, kind -> kind.prefix().startsWith("amp_"), AccountError.UNAUTHORIZED);
        if (found.kind == KeyKind.AMP_DEV && !config.development()) {
            throw unauthorized("Development keys work only on a server that runs for development");
        }
        if (organizationId != null && !organizationId.equals(found.organizationId)) {
            throw Refusal.of(
                    AccountError.NOT_A_MEMBER, "This API key belongs to another organization than X-Tenant-ID");
        }
        return used(found);
    }

    private Found known(String text, Predicate<KeyKind> fitting, AccountError otherwise) {
        var found = BY_KEY.first(database, Map.of("hash", new Secret(text).hash()), Found::of)
                .filter(key -> key.kind != null && fitting.test(key.kind))
                .orElseThrow(() -> Refusal.of(otherwise, "This API key is not known here"));
        if (found.revokedAt != null || found.expiresAt != null && !found.expiresAt.isAfter(clock.instant())) {
            throw Refusal.of(otherwise, "This API key was revoked or has expired");
        }
        return found;
    }

    private Caller used(Found found) {
        var now = clock.instant();
        if (found.lastUsedAt == null
                || found.lastUsedAt.plus(USE_RECORDED_EVERY).isBefore(now)) {
            USED.update(database, Map.of("id", found.id, "now", now));
        }
        return found.caller(found.kind.mode(), Caller.Credential.API_KEY);
    }

    /** @param credential null when none was shown */
    public Caller ofSiteCredential(String credential) {
        if (credential == null) {
            throw Refusal.of(AccountError.KEY_REQUIRED, "API key required: send it as 'X-API-Key: <key>'");
        }
        return used(known(credential, kind -> kind == KeyKind.AAK, AccountError.KEY_REQUIRED));
    }

    /** @param credential null when none was shown */
    public Caller ofCreatorsCredential(String credential) {
        if (credential == null) {
            throw Refusal.of(AccountError.CREATOR_KEY_REQUIRED, "Send your API key as 'Authorization: Bearer <key>'");
        }
        return used(known(credential, kind -> kind == KeyKind.TGA, AccountError.CREATOR_KEY_REQUIRED));
    }

    private Caller ofToken(String text, String organizationId) {
        var token = tokens.read(text);
        var wanted = organizationId == null ? token.organizationId() : organizationId;
        var found = BY_TOKEN.first(
                        database, Map.of("user", token.userId(), "organization", wanted, "jti", token.id()), Found::of)
                .orElseThrow(() ->
                        Refusal.of(AccountError.NOT_A_MEMBER, "You are not a member of the organization '%s'", wanted));
        if (found.revokedAt != null) {
            throw unauthorized("This session was ended");
        }
        return found.expiring(token.expiresAt()).caller(Mode.LIVE, Caller.Credential.JWT);
    }

    private static Refusal unauthorized(String message) {
        return Refusal.of(AccountError.UNAUTHORIZED, "%s", message);
    }

    private static final List<Limit> OF_REQUESTS = List.of(
            Limit.REQUESTS_PER_MINUTE,
            Limit.REQUESTS_AT_ONCE,
            Limit.SITE_REQUESTS_PER_MINUTE,
            Limit.CREATOR_REQUESTS_PER_MINUTE,
            Limit.MAX_API_REQUESTS_PER_DAY);

    private record Found(
            String id,
            KeyKind kind,
            String organizationId,
            String userId,
            Organization.Status status,
            Plan plan,
            Role role,
            Set<String> keyScopes,
            Map<String, Long> limits,
            Instant expiresAt,
            Instant revokedAt,
            Instant lastUsedAt) {

        static Found of(ResultSet row) throws SQLException {
            var kind = row.getString("kind");
            return new Found(
                    row.getString("id"),
                    kind == null ? null : KeyKind.valueOf(kind),
                    row.getString("organization_id"),
                    row.getString("user_id"),
                    Organization.Status.valueOf(row.getString("status")),
                    Plan.valueOf(row.getString("plan")),
                    Role.valueOf(row.getString("role")),
                    row.getArray("scopes") == null
                            ? null
                            : Set.of((String[]) row.getArray("scopes").getArray()),
                    limits(row),
                    Sql.instant(row, "expires_at"),
                    Sql.instant(row, "revoked_at"),
                    Sql.instant(row, "last_used_at"));
        }

        private static Map<String, Long> limits(ResultSet row) throws SQLException {
            var limits = new HashMap<String, Long>();
            for (var limit : OF_REQUESTS) {
                var value = row.getObject(limit.toString(), Long.class);
                if (value != null) {
                    limits.put(limit.toString(), value);
                }
            }
            return limits;
        }

        Found expiring(Instant at) {
            return new Found(
                    id, kind, organizationId, userId, status, plan, role, keyScopes, limits, at, revokedAt, lastUsedAt);
        }

        Caller caller(Mode mode, Caller.Credential credential) {
            if (status != Organization.Status.ACTIVE) {
                throw Refusal.of(AccountError.ORGANIZATION_INACTIVE, "This organization is %s", status);
            }
            return new Caller(
                    new Owner(organizationId, mode),
                    userId,
                    credential,
                    id,
                    expiresAt,
                    scopes(),
                    perMinute().granted(plan, limits),
                    isOfMissions() ? Limit.REQUESTS_AT_ONCE.granted(plan, limits) : Limit.UNLIMITED,
                    kind == KeyKind.TGA ? Limit.MAX_API_REQUESTS_PER_DAY.granted(plan, limits) : Limit.UNLIMITED);
        }

        private Limit perMinute() {
            if (isOfMissions()) {
                return Limit.REQUESTS_PER_MINUTE;
            }
            return isOfSites() ? Limit.SITE_REQUESTS_PER_MINUTE : Limit.CREATOR_REQUESTS_PER_MINUTE;
        }

        private boolean isOfMissions() {
            return kind != KeyKind.AAK && kind != KeyKind.TGA;
        }

        private boolean isOfSites() {
            return kind == KeyKind.AAK;
        }

        /** A key never does more than its user may do by now. */
        private Set<String> scopes() {
            if (kind == KeyKind.TGA) {
                return scopesOfCreators();
            }
            var ofRole = role.scopes().stream().map(Scope::toString).collect(Collectors.toSet());
            // Site analytics knows no scopes: its keys may do whatever their user may.
            if (keyScopes == null || isOfSites()) {
                return ofRole;
            }
            if (keyScopes.contains(Scope.ADMIN.toString())) {
                return ofRole;
            }
            var both = new HashSet<>(keyScopes);
            both.retainAll(ofRole);
            return both;
        }

        private Set<String> scopesOfCreators() {
            var held = CreatorScope.of(role).stream()
                    .map(CreatorScope::toString)
                    .filter(keyScopes::contains)
                    .collect(Collectors.toSet());
            if (role == Role.ADMIN) {
                held.add(Caller.ADMINISTERS);
            }
            return held;
        }
    }
}
