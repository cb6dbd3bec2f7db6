package io.groundswell.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came back, whatever its status. A redirect is an answer like any other: nobody follows it. */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {
    private static final int MOST_DIGITS = 9;
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first header of that name, in whatever case it came. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /**
     * How long the other side asks us to wait, by {@code Retry-After}, a day at most; null when it does not say, or not
     * intelligibly.
     */
    public Duration retryAfter(Clock clock) {
        return header("Retry-After")
                .map(String::strip)
                .map(text -> wait(text, clock))
                .map(Answer::atMostADay)
                .orElse(null);
    }

    /** As long as we leave anybody alone who asked for this. */
    public static Duration atMostADay(Duration asked) {
        return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    }

    private static Duration wait(String text, Clock clock) {
        if (!text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit)) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            var until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            var wait = Duration.between(clock.instant(), until);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unintelligible) {
            return null;
        }
    }

    @Override
    public String toString() {
        return status + ", " + body.length + " bytes";
    }
}
