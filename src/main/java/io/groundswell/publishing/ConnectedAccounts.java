package io.groundswell.publishing;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.AuditTrail;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.groundswell.mission.Platform;
import io.groundswell.outbound.Health;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.groundswell.text.Cut;
import io.groundswell.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts that an organization has connected. They serve live mode alone: test content goes to the sandbox whatever
 * is connected, so a test key finds none and connects none.
 */
@ApplicationScoped
public class ConnectedAccounts {
    private static final Sql SEALED = Sql.text("select token from connected_account where id = :id for update");
    private static final Sql RENEW = Sql.text("""
            update connected_account set token = :anew where id = :id""");
    private static final Sql SUCCEEDED = Sql.text("""
            update connected_account set health = 'HEALTHY', last_error = null, last_sync = :now
            where id = :id and token = :token and (health <> 'HEALTHY' or last_sync < :stale)""");
    private static final Sql FAILED = Sql.text("""
            update connected_account set health = :health, last_error = :reason where id = :id and token = :token""");

    /** How exactly {@code last_sync} is kept: every post would otherwise write the same row. */
    private static final Duration SYNC_STEP = Duration.ofMinutes(1);

    private static final int MAX_REASON = 500;

    private final ConnectedAccountRows rows;
    private final Vault vault;
    private final SealedTokens tokens;
    private final AuditTrail audit;
    private final AgroalDataSource database;
    private final Clock clock;

    ConnectedAccounts(
            ConnectedAccountRows rows,
            Vault vault,
            SealedTokens tokens,
            AuditTrail audit,
            AgroalDataSource database,
            Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.tokens = tokens;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a provider has told of an account that was just verified.
     *
     * @param name as people know it
     * @param platforms those it posts to, each with its account there
     * @param data what the provider needs besides the token; nothing secret
     */
    public record Connection(String name, Map<Platform, String> platforms, Map<String, String> data, String token) {}

    public Optional<ConnectedAccount> find(Owner owner, Provider provider) {
        return owner.mode() == Mode.TEST
                ? Optional.empty()
                : QuarkusTransaction.joiningExisting().call(() -> rows.of(owner.organizationId(), provider));
    }

    @Transactional
    public List<ConnectedAccount> all(Owner owner) {
        return owner.mode() == Mode.TEST ? List.of() : rows.of(owner.organizationId());
    }

    public String token(ConnectedAccount account) {
        return vault.open(account.sealedToken(), tokens.purpose(account.id()));
    }

    /** Call it before the provider is asked anything, so that nobody tries a token in vain. */
    public static void requireLive(Owner owner) {
        if (owner.mode() == Mode.TEST) {
            throw Refusal.of(
                    PublishError.LIVE_MODE_ONLY, "Test content goes to the sandbox; connect accounts with a live key");
        }
    }

    /** Replaces an earlier account at the same provider. */
    @Transactional
    public ConnectedAccount connect(Caller caller, Provider provider, Connection made) {
        requireLive(caller.owner());
        var organization = caller.owner().organizationId();
        Alone.with(database, "connect " + organization);
        var account = rows.forChange(organization, provider).orElseGet(() -> {
            return new ConnectedAccount(PublicId.next(ConnectedAccount.ID_PREFIX), organization, provider);
        });
        account.connect(made, vault.seal(made.token(), tokens.purpose(account.id())), clock.instant());
        rows.persist(account);
        audit.record(
                caller.owner(),
                caller.userId(),
                "integration.connected",
                provider.toString(),
                Map.of("account", made.name()));
        return account;
    }

    /** Keeps a token that the provider gave in place of the account's; of two at once, one. A rotation of keys replaces nothing. */
    @Transactional
    public void renew(ConnectedAccount account, String token) {
        var id = account.id();
        var sealed = SEALED.first(database, Map.of("id", id), row -> row.getString("token"));
        if (sealed.filter(now -> isTokenOf(account, now)).isPresent()) {
            RENEW.update(database, Map.of("id", id, "anew", vault.seal(token, tokens.purpose(id))));
        }
    }

    private boolean isTokenOf(ConnectedAccount account, String sealed) {
        return sealed.equals(account.sealedToken())
                || vault.open(sealed, tokens.purpose(account.id())).equals(token(account));
    }

    @Transactional
    public void succeeded(ConnectedAccount account) {
        var now = clock.instant();
        SUCCEEDED.update(
                database,
                Map.of("id", account.id(), "token", account.sealedToken(), "now", now, "stale", now.minus(SYNC_STEP)));
    }

    /**
     * What fails with a token that was replaced meanwhile says nothing about the new one.
     *
     * @param revoked whether the provider will take nothing with this token any more
     */
    @Transactional
    public void failed(ConnectedAccount account, boolean revoked, String reason) {
        FAILED.update(
                database,
                Map.of(
                        "id",
                        account.id(),
                        "token",
                        account.sealedToken(),
                        "health",
                        revoked ? Health.ERROR : Health.DEGRADED,
                        "reason",
                        Cut.to(MAX_REASON, reason)));
    }

    /** Forgets the account and its token. What is scheduled stays so, and fails at its time unless one is connected again. */
    @Transactional
    public Instant disconnect(Caller caller, Provider provider) {
        requireLive(caller.owner());
        var account =
                rows.forChange(caller.owner().organizationId(), provider).orElseThrow(() -> notConnected(provider));
        rows.delete(account);
        audit.record(
                caller.owner(),
                caller.userId(),
                "integration.disconnected",
                provider.toString(),
                Map.of("account", account.name()));
        return clock.instant();
    }

    public static Refusal notConnected(Provider provider) {
        return Refusal.of(PublishError.NOT_CONNECTED, "No %s account is connected", provider);
    }
}
