package io.groundswell.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.shared.Refusal;
import io.groundswell.testing.IdentityProvider;
import io.groundswell.testing.Mapped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JwksVerifierTest {
    private static final Map<String, String> FOREIGN = Map.of("aud", "some-other-app", "azp", "https://evil.example");
    private static final Map<String, String> AUDIENCE = Map.of("groundswell.identity.audience", "groundswell,beta");
    private static final Map<String, String> PARTIES =
            Map.of("groundswell.identity.authorized-parties", "https://app.example,https://beta.example");

    private final IdentityProvider provider = new IdentityProvider();
    private Map<String, String> trust;

    @BeforeEach
    void start() {
        trust = provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop();
    }

    @Test
    void tokens_for_another_audience_or_for_none_are_refused() {
        assertTaken(AUDIENCE, Map.of("aud", "beta"));
        assertTaken(AUDIENCE, Map.of("aud", "groundswell", "azp", "https://evil.example"));
        assertRefused(AUDIENCE, FOREIGN);
        assertRefused(AUDIENCE, Map.of());
    }

    @Test
    void tokens_of_another_party_or_of_none_are_refused() {
        assertTaken(PARTIES, Map.of("azp", "https://beta.example"));
        assertRefused(PARTIES, FOREIGN);
        assertRefused(PARTIES, Map.of("aud", "groundswell"));
    }

    @Test
    void lists_may_be_written_with_blanks() {
        assertTaken(Map.of("groundswell.identity.audience", "groundswell, beta"), Map.of("aud", "beta"));
        assertTaken(
                Map.of("groundswell.identity.authorized-parties", "https://app.example , https://beta.example"),
                Map.of("azp", "https://beta.example"));
    }

    @Test
    void both_must_fit_when_both_are_set() {
        var both = new HashMap<>(AUDIENCE);
        both.putAll(PARTIES);
        assertTaken(both, Map.of("aud", "groundswell", "azp", "https://app.example"));
        assertRefused(both, Map.of("aud", "groundswell", "azp", "https://evil.example"));
        assertRefused(both, Map.of("aud", "some-other-app", "azp", "https://app.example"));
    }

    @Test
    void all_are_taken_when_neither_is_set() {
        assertTaken(Map.of(), FOREIGN);
        assertTaken(Map.of(), Map.of());
    }

    @Test
    void tokens_live_for_a_day_at_most() {
        var verifier = verifier(Map.of());
        assertThat(verifier.verify(lasting(Duration.ofHours(24))).subject()).endsWith("#ada");
        assertInvalid(verifier, lasting(Duration.ofHours(25)));
    }

    private void assertTaken(Map<String, String> settings, Map<String, String> claims) {
        assertThat(verifier(settings).verify(token(claims)).subject()).endsWith("#ada");
    }

    private void assertRefused(Map<String, String> settings, Map<String, String> claims) {
        assertInvalid(verifier(settings), token(claims));
    }

    private static void assertInvalid(JwksVerifier verifier, String token) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(AccountError.INVALID_TOKEN));
    }

    private static String lasting(Duration life) {
        return IdentityProvider.tokenFor(life, "ada", Map.of()).get("clerk_token");
    }

    private static String token(Map<String, String> claims) {
        return IdentityProvider.token("ada", claims).get("clerk_token");
    }

    private JwksVerifier verifier(Map<String, String> settings) {
        var all = new HashMap<>(trust);
        all.putAll(settings);
        return new JwksVerifier(Mapped.of(AccountConfig.class, all));
    }
}
