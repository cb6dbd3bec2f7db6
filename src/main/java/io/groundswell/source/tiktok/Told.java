package io.groundswell.source.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.text.Cut;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what TikTok tells. What cannot be so is taken for not told. */
final class Told {
    private static final Pattern ID = Pattern.compile("\\d{1,25}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\s]+");
    private static final Instant EARLIEST = Instant.parse("2016-01-01T00:00:00Z");
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private Told() {}

    /** Null when there is none. */
    static String text(JsonNode node, int most) {
        return node.isTextual() ? clean(node.asText(), most) : null;
    }

    /** Without what cannot be shown or stored. */
    static String clean(String text, int most) {
        return Cut.to(most, UNSEEN.matcher(text).replaceAll(" ").strip());
    }

    /** Null when it is none. Some languages write long numbers as texts. */
    static String id(JsonNode node) {
        var text = node.isTextual() || node.isIntegralNumber() ? node.asText() : "";
        return ID.matcher(text).matches() ? text : null;
    }

    /** Null when nobody can have counted that. */
    static Long count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToLong() && Sample.isPossible(node.asLong())
                ? node.asLong()
                : null;
    }

    /** Null when nothing can have been posted then. */
    static Instant posted(JsonNode node, Clock clock) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() > 100_000_000_000L) {
            return null;
        }
        var at = Instant.ofEpochSecond(Math.max(0, node.asLong()));
        return at.isBefore(EARLIEST) || at.isAfter(clock.instant().plus(CLOCKS_APART)) ? null : at;
    }

    /** @param fields under which they are told */
    static Counters counters(JsonNode video, Map<Counter, String> fields) {
        return Counters.each(counter -> fields.containsKey(counter) ? count(video.path(fields.get(counter))) : null);
    }
}
