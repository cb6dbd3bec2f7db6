package io.groundswell.publishing.direct;

import io.groundswell.outbound.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a network asks us to wait: by the usual header, or by when it begins to count anew. */
final class Waits {
    private Waits() {}

    /** Null when it does not say, or not intelligibly. */
    static Duration of(Answer answer, Clock clock) {
        var asked = answer.retryAfter(clock);
        var wait = asked != null
                ? asked
                : Stream.of("X-RateLimit-Reset", "RateLimit-Reset")
                        .flatMap(name -> answer.header(name).stream())
                        .flatMap(text -> moment(text).stream())
                        .map(moment -> Duration.between(clock.instant(), moment))
                        .findFirst()
                        .orElse(null);
        return wait == null || wait.isNegative() ? null : Answer.atMostADay(wait);
    }

    /** ISO 8601, or seconds since 1970. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(text)) : Instant.parse(text));
        } catch (DateTimeParseException unintelligible) {
            return Optional.empty();
        }
    }
}
