package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.vault.Vault;
import io.groundswell.vault.VaultFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * The tokens of sources. Another one is fetched by one at a time, on all instances: it may come with another token to fetch the next one
 * with, and then the earlier is worth nothing. Whose turn it is tells {@code renewing_until}, and not the sealed text, which a rotation of
 * keys writes anew at any moment.
 */
@ApplicationScoped
class Tokens {
    private static final Logger LOG = Logger.getLogger(Tokens.class);

    /** Longer than a call takes. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration SOON = Duration.ofSeconds(5);

    /** Until somebody may have given this server the key that it lacks. Others may have it, and ask meanwhile. */
    private static final Duration LATER = Duration.ofMinutes(5);

    private static final Sql BEGIN = Sql.text("""
            update source set renewing_until = :until
            where id = :id and secret = :secret and (renewing_until is null or renewing_until <= :now)""");
    private static final Sql END = Sql.text("""
            update source set secret = :anew, renewing_until = null where id = :id and renewing_until = :until""");

    private final SourceRows rows;
    private final Vault vault;
    private final SealedSecrets secrets;
    private final AgroalDataSource database;
    private final Clock clock;

    Tokens(SourceRows rows, Vault vault, SealedSecrets secrets, AgroalDataSource database, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.secrets = secrets;
        this.database = database;
        this.clock = clock;
    }

    Credentials open(ConnectedSource source) {
        try {
            return Credentials.read(vault.open(source.secret(), secrets.purpose(source.id())));
        } catch (VaultFailure lost) {
            lost.log("The secret of source", source.id());
            throw SourceFailure.waiting("This server cannot read the credentials of the source", LATER);
        }
    }

    /** The source with a token that is not over. */
    ConnectedSource good(Source source, ConnectedSource connected, Instant now) {
        return source.isOver(open(connected), now) ? another(source, connected) : connected;
    }

    /** The source with another token than this. */
    ConnectedSource another(Source source, ConnectedSource connected) {
        var now = clock.instant();
        var values = Map.of("id", connected.id(), "secret", connected.secret(), "now", now, "until", now.plus(LEASE));
        if (QuarkusTransaction.requiringNew().call(() -> BEGIN.update(database, values)) == 0) {
            var other = rows.find(connected.id())
                    .filter(found -> !found.secret().equals(connected.secret()))
                    .orElseThrow(() -> SourceFailure.waiting("Another token is being fetched", SOON));
            return open(other).equals(open(connected)) ? another(source, other) : other;
        }
        var anew = vault.seal(source.renew(open(connected)).text(), secrets.purpose(connected.id()));
        var renewed = Map.of("id", connected.id(), "until", values.get("until"), "anew", anew);
        if (QuarkusTransaction.requiringNew().call(() -> END.update(database, renewed)) == 0) {
            LOG.warnf(
                    "A token of source %s is not kept: it was connected anew, or fetched by another meanwhile",
                    connected.id());
        }
        return rows.find(connected.id())
                .orElseThrow(() -> SourceFailure.waiting("The source was disconnected meanwhile", SOON));
    }
}
