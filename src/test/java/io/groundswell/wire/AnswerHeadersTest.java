package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Mapped;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerHeadersTest {
    @ParameterizedTest
    @CsvSource({
        "https://groundswell.example, 365D, max-age=31536000",
        "https://groundswell.example, 90S, max-age=90",
        "https://groundswell.example, 0S,",
        "http://groundswell.example, 365D,",
        "http://localhost:8080, 365D,",
    })
    void browsers_are_asked_to_come_encrypted_where_they_can(String publicUrl, String strictTransport, String told) {
        assertThat(headers(Map.of(
                        "groundswell.wire.public-url",
                        publicUrl,
                        "groundswell.wire.strict-transport",
                        strictTransport)))
                .isEqualTo(new AnswerHeaders(told));
    }

    @Test
    void they_are_for_a_year_unless_told_otherwise() {
        assertThat(headers(Map.of("groundswell.wire.public-url", "https://groundswell.example")))
                .isEqualTo(new AnswerHeaders("max-age=31536000"));
        assertThat(headers(Map.of())).isEqualTo(new AnswerHeaders(null));
    }

    private static AnswerHeaders headers(Map<String, String> settings) {
        return AnswerHeaders.of(Mapped.of(WireConfig.class, settings));
    }
}
