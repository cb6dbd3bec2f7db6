package io.groundswell.account;

import io.groundswell.shared.Refusal;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** RS256 tokens of the configured issuer for this application, checked against its published keys. */
@ApplicationScoped
class JwksVerifier implements IdentityVerifier {
    private static final int REFRESH_MINUTES = 60;
    /** From {@code iat} to {@code exp}: what is stolen is of use no longer. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    /** What the database takes, also as part of a key. */
    private static final Pattern STORABLE = Pattern.compile("[^\\x00\\uD800-\\uDFFF]{1,500}");

    private final AccountConfig.Identity config;
    private volatile DefaultJWTParser parser;

    JwksVerifier(AccountConfig config) {
        this.config = config.identity();
    }

    @Override
    public Identity verify(String token) {
        if (config.issuer().isEmpty() || config.jwksUrl().isEmpty()) {
            throw refused("This server takes no tokens of an identity provider: log in with email and password");
        }
        try {
            var parsed = parser().parse(token);
            requireAuthorizedParty(parsed);
            return identity(parsed);
        } catch (ParseException e) {
            if (providerIsAway(e)) {
                throw Refusal.of(
                        AccountError.IDENTITY_PROVIDER_AWAY, "The identity provider does not answer right now");
            }
            throw refused("The token was not issued by the configured identity provider, or has expired");
        }
    }

    private DefaultJWTParser parser() {
        if (parser == null) {
            var rules = new JWTAuthContextInfo(
                    config.jwksUrl().orElseThrow(), config.issuer().orElseThrow());
            rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
            rules.setJwksRefreshInterval(REFRESH_MINUTES);
            rules.setForcedJwksRefreshInterval(1);
            rules.setMaxTimeToLiveSecs(LONGEST_LIFE.toSeconds());
            config.audience().ifPresent(rules::setExpectedAudience);
            parser = new DefaultJWTParser(rules);
        }
        return parser;
    }

    /** Clerk names in {@code azp}, and not in {@code aud}, where somebody logged in. */
    private void requireAuthorizedParty(JsonWebToken token) {
        var party = text(token, "azp");
        if (config.authorizedParties()
                .filter(parties -> party == null || !parties.contains(party))
                .isPresent()) {
            throw refused("The token was issued for another application");
        }
    }

    private static boolean providerIsAway(ParseException fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static Identity identity(JsonWebToken token) {
        var subject = text(token, "sub");
        if (subject == null) {
            throw refused("The token has no subject (sub)");
        }
        var email = isUnverified(token) ? null : text(token, "email");
        var name = text(token, "name");
        return new Identity(
                token.getIssuer() + "#" + subject,
                email,
                name == null ? email : name,
                text(token, "org_id"),
                text(token, "org_name"));
    }

    /** Anybody may have typed in such an address, so it is nobody's; some providers say so in a text. */
    private static boolean isUnverified(JsonWebToken token) {
        Object verified = token.getClaim("email_verified");
        return "false".equalsIgnoreCase(String.valueOf(verified));
    }

    /** Null when the claim is missing, blank or no text. */
    private static String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (!(value instanceof String text) || text.isBlank()) {
            return null;
        }
        if (!STORABLE.matcher(text).matches()) {
            throw refused("The claim '%s' of the token is too long or has invalid characters".formatted(claim));
        }
        return text;
    }

    private static Refusal refused(String message) {
        return Refusal.of(AccountError.INVALID_TOKEN, "%s", message);
    }
}
