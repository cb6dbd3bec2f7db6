package io.groundswell.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-10T10:00:00Z"), ZoneOffset.UTC);

    private static Duration wait(String header) {
        return new Answer(429, Map.of("retry-after", List.of(header)), new byte[0]).retryAfter(CLOCK);
    }

    @Test
    void the_wait_is_told_in_seconds_or_as_a_moment() {
        assertThat(wait("120")).hasMinutes(2);
        assertThat(wait(" 0 ")).isZero();
        assertThat(wait("Sun, 10 Mar 2024 10:01:30 GMT")).hasSeconds(90);
        assertThat(wait("Sun, 10 Mar 2024 09:00:00 GMT")).isZero();
    }

    @Test
    void the_wait_is_a_day_at_most() {
        assertThat(wait("999999999")).hasHours(24);
        assertThat(wait("Tue, 10 Mar 2054 10:00:00 GMT")).hasHours(24);
    }

    @Test
    void an_unintelligible_wait_is_none() {
        assertThat(wait("soon")).isNull();
        assertThat(wait("-5")).isNull();
        assertThat(wait("99999999999999999999")).isNull();
        assertThat(wait("")).isNull();
        assertThat(new Answer(200, Map.of(), new byte[0]).retryAfter(CLOCK)).isNull();
    }

    @Test
    void headers_are_found_in_any_case() {
        var answer = new Answer(200, Map.of("X-One", List.of("a", "b")), "grüß".getBytes());
        assertThat(answer.header("x-oNE")).contains("a");
        assertThat(answer.header("x-two")).isEmpty();
        assertThat(answer.text()).isEqualTo("grüß");
    }

    @Test
    void a_call_tells_no_secret_and_takes_no_broken_header() {
        var call = Call.get(URI.create("https://hooks.example/in?token=secret")).with("Authorization", "secret");
        assertThat(call.toString()).isEqualTo("GET https://hooks.example");
        assertThat(call.with("authorization", "other").headers()).containsExactly(Map.entry("Authorization", "other"));
        assertThatThrownBy(() -> call.with("X-One", "a\r\nX-Two: b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> call.within(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
