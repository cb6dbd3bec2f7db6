package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.event.EventRules.Told;
import io.groundswell.shared.Violation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventRulesTest {
    private static final Instant NOW = Instant.parse("2030-03-08T12:00:00Z");

    private static Iterable<String> wrong(Told told) {
        return EventRules.violations(told, NOW).stream().map(Violation::param).toList();
    }

    @Test
    void an_event_needs_no_more_than_a_name() {
        assertThat(wrong(new Told("signup", null, null, null, null, 0))).isEmpty();
    }

    @Test
    void texts_may_be_as_long_as_people_count_them() {
        var longest = "😀".repeat(256);
        assertThat(wrong(new Told(longest, "e".repeat(64), longest, longest, null, 8_192)))
                .isEmpty();
        assertThat(wrong(new Told(longest + "x", "e".repeat(65), longest + "x", longest + "x", null, 8_193)))
                .containsExactly("event", "event_id", "user_id", "session_id", "properties");
    }

    @Test
    void a_name_must_not_be_empty() {
        assertThat(wrong(new Told("", null, null, null, null, 0))).containsExactly("event");
    }

    @Test
    void times_are_at_most_thirty_days_ago_and_five_minutes_ahead() {
        var oldest = NOW.minus(Duration.ofDays(30));
        var newest = NOW.plus(Duration.ofMinutes(5));
        assertThat(wrong(new Told("signup", null, null, null, oldest, 0))).isEmpty();
        assertThat(wrong(new Told("signup", null, null, null, newest, 0))).isEmpty();
        assertThat(wrong(new Told("signup", null, null, null, oldest.minusMillis(1), 0)))
                .containsExactly("timestamp");
        assertThat(wrong(new Told("signup", null, null, null, newest.plusMillis(1), 0)))
                .containsExactly("timestamp");
    }
}
