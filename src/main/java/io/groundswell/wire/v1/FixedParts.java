package io.groundswell.wire.v1;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an update cannot change: all that is shown, but for a few fields. Sending it along as it is does no harm, for many
 * clients send back all they got.
 */
public final class FixedParts {
    private final Set<String> changeable;

    /** @param changeable dotted paths, such as {@code metadata.tags} */
    public FixedParts(Set<String> changeable) {
        this.changeable = Set.copyOf(changeable);
    }

    /** Which fixed fields the update would have changed; fields that nobody knows are left alone. */
    public List<Violation> changed(JsonNode update, JsonNode shown) {
        var violations = new ArrayList<Violation>();
        compare("", update, shown, violations);
        return violations;
    }

    private void compare(String path, JsonNode update, JsonNode shown, List<Violation> violations) {
        for (var field : update.properties()) {
            var name = path + field.getKey();
            var sent = field.getValue();
            var now = shown.get(field.getKey());
            if (now == null || changeable.contains(name)) {
                continue;
            }
            if (now.isObject() && sent.isObject()) {
                compare(name + ".", sent, now, violations);
            } else if (!isSame(sent, now) && (sent.isNull() || !isPartlyChangeable(name))) {
                violations.add(new Violation(name, name + " cannot be changed"));
            }
        }
    }

    private boolean isPartlyChangeable(String name) {
        return changeable.stream().anyMatch(path -> path.startsWith(name + "."));
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
