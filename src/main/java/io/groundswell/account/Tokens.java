package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Session tokens: HS256, for one user in one organization, for an hour. */
@ApplicationScoped
class Tokens {
    private static final String ISSUER = "groundswell";
    private static final Sql REVOKE = Sql.text("""
            insert into revoked_token (jti, revoked_at, expires_at) values (:jti, :now, :expires)
            on conflict (jti) do nothing""");

    private static final Sql FORGET = Sql.text("""
            delete from revoked_token where ctid = any (array(
                select ctid from revoked_token where expires_at <= :now limit 10000))""");

    /** A token and when it ends. */
    record Issued(String text, Instant expiresAt) {}

    /** What a valid token says. */
    record Token(String id, String userId, String organizationId, Instant expiresAt) {}

    private final AgroalDataSource database;
    private final ServerSecret secret;
    private final AccountConfig config;
    private final Clock clock;

    Tokens(AgroalDataSource database, ServerSecret secret, AccountConfig config, Clock clock) {
        this.database = database;
        this.secret = secret;
        this.config = config;
        this.clock = clock;
    }

    Issued issue(String userId, String organizationId, Role role) {
        var now = clock.instant();
        var expiresAt = Instant.ofEpochSecond(now.plus(config.jwt().lifetime()).getEpochSecond());
        var text = Jwt.issuer(ISSUER)
                .subject(userId)
                .claim("tid", organizationId)
                .claim("role", role.toString())
                .claim(
                        "scopes",
                        role.scopes().stream().map(Scope::toString).sorted().toList())
                .claim("jti", PublicId.random(22))
                .issuedAt(now.getEpochSecond())
                .expiresAt(expiresAt.getEpochSecond())
                .jws()
                .algorithm(SignatureAlgorithm.HS256)
                .sign(key(secret.text()));
        return new Issued(text, expiresAt);
    }

    Token read(String text) {
        var jwt = parse(text, secret.text())
                .or(() -> secret.other().flatMap(other -> parse(text, other)))
                .orElseThrow(() ->
                        Refusal.of(AccountError.INVALID_TOKEN, "This is neither an API key nor a valid session token"));
        var expiresAt = Instant.ofEpochSecond(jwt.getExpirationTime());
        if (!expiresAt.isAfter(clock.instant())) {
            throw Refusal.of(AccountError.UNAUTHORIZED, "This session has expired");
        }
        return new Token(jwt.getTokenID(), jwt.getSubject(), jwt.getClaim("tid"), expiresAt);
    }

    /** Empty when this secret did not sign it. */
    private static Optional<JsonWebToken> parse(String text, String signedWith) {
        try {
            return Optional.of(new DefaultJWTParser(rules(signedWith)).parse(text));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static JWTAuthContextInfo rules(String signedWith) {
        var rules = new JWTAuthContextInfo();
        rules.setSecretVerificationKey(key(signedWith));
        rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
        rules.setIssuedBy(ISSUER);
        // The parser asks the machine for the time; whether a token is over is for our own clock to say.
        rules.setClockSkew(Integer.MAX_VALUE);
        return rules;
    }

    void revoke(String tokenId, Instant expiresAt) {
        REVOKE.update(database, Map.of("jti", tokenId, "now", clock.instant(), "expires", expiresAt));
    }

    /** Deletes up to 10,000 revocations of tokens that are over. */
    int forgetEnded() {
        return FORGET.update(database, Map.of("now", clock.instant()));
    }

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }
}
