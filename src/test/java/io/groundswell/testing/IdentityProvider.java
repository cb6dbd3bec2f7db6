package io.groundswell.testing;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A real identity provider, as far as anyone can tell: it publishes its keys over HTTP and signs tokens with them. */
public final class IdentityProvider {
    private static final String ISSUER = "https://identity.example";
    private static final KeyPair KEYS = keys();

    private HttpServer server;

    /** The settings that make a server trust it. */
    public Map<String, String> start() {
        var jwks = jwks().getBytes(StandardCharsets.UTF_8);
        server = Loopback.start("/jwks.json", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, jwks.length);
            exchange.getResponseBody().write(jwks);
            exchange.close();
        });
        return Map.of(
                "groundswell.identity.issuer",
                ISSUER,
                "groundswell.identity.jwks-url",
                Loopback.address(server) + "/jwks.json");
    }

    public void stop() {
        server.stop(0);
    }

    /** The body of a login with a good token. */
    public static Map<String, String> token(String subject, Map<String, ?> claims) {
        return token(ISSUER, subject, claims, KEYS, Instant.now().plusSeconds(60));
    }

    public static Map<String, String> tokenOfAnotherIssuer(String subject) {
        return token(
                "https://other.example", subject, Map.of(), KEYS, Instant.now().plusSeconds(60));
    }

    public static Map<String, String> tokenOfAnotherKey(String subject) {
        return token(ISSUER, subject, Map.of(), keys(), Instant.now().plusSeconds(60));
    }

    public static Map<String, String> tokenFor(Duration life, String subject, Map<String, ?> claims) {
        var now = Instant.now();
        return token(ISSUER, subject, claims, KEYS, now, now.plus(life));
    }

    public static Map<String, String> expiredToken(String subject) {
        return token(ISSUER, subject, Map.of(), KEYS, Instant.now().minusSeconds(120));
    }

    private static Map<String, String> token(
            String issuer, String subject, Map<String, ?> claims, KeyPair keys, Instant end) {
        return token(issuer, subject, claims, keys, end.minusSeconds(300), end);
    }

    private static Map<String, String> token(
            String issuer, String subject, Map<String, ?> claims, KeyPair keys, Instant start, Instant end) {
        var token = Jwt.claims(new HashMap<String, Object>(claims))
                .issuer(issuer)
                .subject(subject)
                .issuedAt(start)
                .expiresAt(end)
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .keyId("first")
                .sign(keys.getPrivate());
        return Map.of("clerk_token", token);
    }

    private static String jwks() {
        var key = (RSAPublicKey) KEYS.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"first\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(base64(key.getModulus()), base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var unsigned = bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
