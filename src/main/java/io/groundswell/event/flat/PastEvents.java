package io.groundswell.event.flat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.event.Event;
import io.groundswell.event.KeyHash;
import io.groundswell.event.ToldCountry;
import io.groundswell.event.Visitor;
import io.groundswell.event.flat.FileLines.Line;
import io.groundswell.shared.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes events of the lines of one file. */
final class PastEvents {
    private static final Pattern MILLISECONDS = Pattern.compile("-?[0-9]{1,15}");
    private static final String TIMESTAMP = "timestamp";

    private final ObjectMapper json;
    private final String file;
    private final LocalDate oldest;
    private final Instant now;

    /**
     * @param file its name, which tells its lines from those of others
     * @param oldest day that is taken
     */
    PastEvents(ObjectMapper json, String file, LocalDate oldest, Instant now) {
        this.json = json;
        this.file = file;
        this.oldest = oldest;
        this.now = now;
    }

    /**
     * An event, or what is wrong with it.
     *
     * @param fault null when nothing is
     */
    record Past(Event event, String fault) {}

    Past read(Line line) {
        var tree = (ObjectNode) line.event();
        var country = ToldCountry.of(tree.path("country").asText(""));
        if (!country.readable()) {
            return new Past(null, "country must be two letters of ISO 3166-1");
        }
        try {
            inMilliseconds(tree);
            if (tree.path("event_id").asText("").isEmpty()) {
                tree.put("event_id", id(line));
            }
            var form = json.treeToValue(tree, EventForm.class);
            if (form.event() == null) {
                return new Past(null, "event is required");
            }
            var told = new KeptEvent(form);
            var wrong = told.violations(oldest, now);
            return wrong.isEmpty()
                    ? new Past(told.read(new Visitor(country.code(), null, null, null), now), null)
                    : new Past(null, wrong.stream().map(Violation::message).collect(Collectors.joining("; ")));
        } catch (JsonProcessingException e) {
            return new Past(null, "A field has another type than in events");
        } catch (DateTimeException | ArithmeticException e) {
            return new Past(null, "timestamp must be Unix milliseconds, or a time as ISO 8601 has it, with its offset");
        }
    }

    private static void inMilliseconds(ObjectNode tree) {
        var timestamp = tree.path(TIMESTAMP);
        if (timestamp.isTextual()) {
            var text = timestamp.textValue().strip();
            tree.put(
                    TIMESTAMP,
                    MILLISECONDS.matcher(text).matches()
                            ? Long.parseLong(text)
                            : OffsetDateTime.parse(text).toInstant().toEpochMilli());
        }
    }

    /** The same for the same line of the same file, so that the file can be sent again. */
    private String id(Line line) {
        return KeyHash.uuid("%s\n%d\n%s".formatted(file, line.number(), line.text()))
                .toString();
    }
}
