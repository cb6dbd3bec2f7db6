package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.groundswell.outbound.Answer;
import io.groundswell.publishing.metricool.MetricoolFailure.Kind;
import io.groundswell.text.Cut;
import java.time.Clock;
import java.time.Duration;

/** What Metricool's answers hold, and what their statuses mean. */
final class Answers {
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_WORDS = 300;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    private MetricoolFailure failure(Answer answer) {
        var reason = reason(answer);
        return switch (answer.status()) {
            case 401, 403 -> new MetricoolFailure(Kind.REFUSED_TOKEN, "Metricool refuses the token" + reason);
            case 404 -> new MetricoolFailure(Kind.GONE, "Metricool knows no such thing" + reason);
            case 408, 425 -> unknown(answer);
            case 429 -> {
                var asked = answer.retryAfter(clock);
                yield new MetricoolFailure(
                        Kind.LIMITED,
                        "Metricool takes no more calls for now",
                        asked == null ? USUAL_PAUSE : asked,
                        null);
            }
            default ->
                answer.status() < 500
                        ? new MetricoolFailure(Kind.REFUSED, "Metricool refuses this" + reason)
                        : unknown(answer);
        };
    }

    private static MetricoolFailure unknown(Answer answer) {
        return new MetricoolFailure(Kind.UNKNOWN, "Metricool failed with status " + answer.status());
    }

    /** What it says in its own words, if those are words: some errors are a page. */
    private String reason(Answer answer) {
        var body = parsed(answer.text());
        for (var field : new String[] {"detail", "message", "title", "error"}) {
            var text = body == null ? "" : body.path(field).asText("");
            if (!text.isBlank()) {
                return ": " + Cut.to(MOST_WORDS, text);
            }
        }
        return "";
    }

    /** Null when it does not say. */
    static Long callsLeft(Answer answer) {
        return answer.header("X-RateLimit-Remaining")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    /** Some answers are wrapped in {@code data}, some are not, and some are a bare text. */
    JsonNode data(Answer answer) {
        if (answer.status() < 200 || answer.status() > 299) {
            throw failure(answer);
        }
        var text = answer.text();
        var body = parsed(text);
        if (body == null) {
            return TextNode.valueOf(text.strip());
        }
        return body.isObject() && body.has("data") ? body.get("data") : body;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }
}
