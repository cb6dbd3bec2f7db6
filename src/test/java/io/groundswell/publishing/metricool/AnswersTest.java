package io.groundswell.publishing.metricool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.outbound.Answer;
import io.groundswell.publishing.metricool.MetricoolFailure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-01-15T12:00:00Z"), ZoneOffset.UTC);

    private static MetricoolFailure failure(int status, Map<String, List<String>> headers) {
        var answer = new Answer(status, headers, new byte[0]);
        return catchThrowableOfType(MetricoolFailure.class, () -> new Answers(CLOCK).data(answer));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 503})
    void who_gave_up_waiting_may_have_acted(int status) {
        assertThat(failure(status, Map.of()).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void what_is_refused_is_refused() {
        assertThat(failure(400, Map.of()).kind()).isEqualTo(Kind.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"600, PT10M", "999999999, PT24H", "'Thu, 15 Jan 2060 12:00:00 GMT', PT24H", "soon, PT1M"})
    void a_limit_is_waited_for_a_day_at_most(String asked, Duration wait) {
        assertThat(failure(429, Map.of("Retry-After", List.of(asked))).retryAfter())
                .isEqualTo(wait);
    }
}
