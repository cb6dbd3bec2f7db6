package io.groundswell.live.flat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.groundswell.live.Arrival;
import io.groundswell.live.LiveError;
import io.groundswell.shared.Refusal;
import io.groundswell.traffic.PropertyKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which events a reader wants to be told of.
 *
 * @param events names; any when there are none
 * @param filter texts of properties, all of which an event must have; {@code country} is where the visitor is
 */
record Wanted(List<String> events, Map<String, String> filter) implements Predicate<Arrival> {
    private static final int MOST = 50;
    private static final String COUNTRY = "country";
    private static final JsonFactory JSON = new JsonFactory();

    /** As they are written in an address; null for all. */
    static Wanted read(String events, String filter) {
        var names = parts(events, ",");
        var pairs = parts(filter, ";");
        if (names.size() > MOST) {
            throw Refusal.invalid("events", "events must name at most %d events", MOST);
        }
        if (pairs.size() > MOST) {
            throw unreadable("filter must hold at most %d pairs", MOST);
        }
        var texts = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            var colon = pair.indexOf(':');
            if (colon < 0 || pair.substring(0, colon).isBlank()) {
                throw unreadable("filter must be pairs of key:value, joined by ';', and '%s' is none", pair);
            }
            var key = PropertyKey.require(
                    "a key of filter", pair.substring(0, colon).strip());
            if (texts.put(key, pair.substring(colon + 1)) != null) {
                throw unreadable("filter must name '%s' once", key);
            }
        }
        return new Wanted(names, texts);
    }

    private static List<String> parts(String text, String separator) {
        var parts = new ArrayList<String>();
        for (var part : text == null ? new String[0] : text.split(separator)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static Refusal unreadable(String message, Object... arguments) {
        return Refusal.on(LiveError.INVALID_FILTER, "filter", message, arguments);
    }

    @Override
    public boolean test(Arrival arrival) {
        return (events.isEmpty() || events.contains(arrival.name()))
                && (filter.isEmpty() || matching(arrival) == filter.size());
    }

    private int matching(Arrival arrival) {
        // Kept beside the properties, as where a visitor is.
        var matching = filter.containsKey(COUNTRY) && filter.get(COUNTRY).equals(arrival.country()) ? 1 : 0;
        return arrival.properties() == null ? matching : matching + matching(arrival.properties());
    }

    private int matching(String properties) {
        try (var parser = JSON.createParser(properties)) {
            var matching = 0;
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var key = parser.currentName();
                parser.nextToken();
                if (filter.containsKey(key)
                        && !key.equals(COUNTRY)
                        && filter.get(key).equals(text(parser))) {
                    matching++;
                }
                parser.skipChildren();
            }
            return matching;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null when it is no single value. */
    private static String text(JsonParser parser) throws IOException {
        return parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL
                ? parser.getText()
                : null;
    }
}
