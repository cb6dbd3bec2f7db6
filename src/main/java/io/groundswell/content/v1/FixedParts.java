package io.groundswell.content.v1;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an update of an item cannot change: all that is shown of it, but for a few fields. Sending it along as it is does
 * no harm, for many clients send back all they got.
 */
final class FixedParts {
    private static final Set<String> CHANGEABLE =
            Set.of("copy", "visuals", "metadata.tags", "scheduling.scheduled_for", "version");
    private static final Set<String> PARTLY_CHANGEABLE = Set.of("metadata", "scheduling");

    private FixedParts() {}

    /** Which fixed fields the update would have changed; fields that nobody knows are left alone. */
    static List<Violation> changed(JsonNode update, JsonNode shown) {
        var violations = new ArrayList<Violation>();
        compare("", update, shown, violations);
        return violations;
    }

    private static void compare(String path, JsonNode update, JsonNode shown, List<Violation> violations) {
        for (var field : update.properties()) {
            var name = path + field.getKey();
            var sent = field.getValue();
            var now = shown.get(field.getKey());
            if (now == null || CHANGEABLE.contains(name)) {
                continue;
            }
            if (now.isObject() && sent.isObject()) {
                compare(name + ".", sent, now, violations);
            } else if (!isSame(sent, now) && (sent.isNull() || !PARTLY_CHANGEABLE.contains(name))) {
                violations.add(new Violation(name, name + " cannot be changed"));
            }
        }
    }

    private static boolean isSame(JsonNode sent, JsonNode now) {
        return sent.equals(FixedParts::order, now);
    }

    /** Clients differ in how they write the same number and the same instant. */
    private static int order(JsonNode sent, JsonNode now) {
        var same = sent.equals(now)
                || sent.isNumber() && now.isNumber() && sent.decimalValue().compareTo(now.decimalValue()) == 0
                || sent.isTextual() && now.isTextual() && isSameTime(sent.textValue(), now.textValue());
        return same ? 0 : 1;
    }

    private static boolean isSameTime(String sent, String now) {
        try {
            return OffsetDateTime.parse(sent).toEpochSecond()
                    == OffsetDateTime.parse(now).toEpochSecond();
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }
}
