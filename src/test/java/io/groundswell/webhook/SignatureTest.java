package io.groundswell.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Instant AT = Instant.ofEpochSecond(1893456000);
    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);

    /** Made with: printf '1893456000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_a1B2c3D4e5F6g7H8i9J0 */
    private static final String KNOWN = "0e696dc9628d9259b6279baf011331bc6abed87c50ed3c2e71b0445a3d8f0333";

    @Test
    void time_and_body_are_signed() {
        assertThat(Signature.of(BODY, List.of("whsec_a1B2c3D4e5F6g7H8i9J0"), AT))
                .isEqualTo("t=1893456000,v1=" + KNOWN);
    }

    @Test
    void each_secret_signs() {
        assertThat(Signature.of(BODY, List.of("another secret", "whsec_a1B2c3D4e5F6g7H8i9J0"), AT))
                .startsWith("t=1893456000,v1=")
                .endsWith(",v1=" + KNOWN)
                .hasSize("t=1893456000".length() + 2 * (",v1=".length() + 64));
    }

    @Test
    void five_retries_grow_apart_and_there_is_no_sixth() {
        var pauses = new ArrayList<Duration>();
        for (var attempts = 1; RetrySchedule.next(attempts, AT) != null; attempts++) {
            pauses.add(Duration.between(AT, RetrySchedule.next(attempts, AT)));
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(12));
    }

    @Test
    void an_excerpt_is_short_whole_and_storable() {
        var attempt = Attempt.answered(AT, 500, 1, "\0" + "🙂".repeat(600));
        assertThat(attempt.response()).isEqualTo("\uFFFD" + "🙂".repeat(499) + "…");
        assertThat(Attempt.answered(AT, 200, 1, "fine").response()).isEqualTo("fine");
    }
}
