package io.groundswell.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.groundswell.shared.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says what is wrong with a JSON body without quoting the parser, whose texts name our classes. */
final class JsonFaults {
    private JsonFaults() {}

    static String message(JsonProcessingException fault) {
        var violations = violations(fault);
        if (!violations.isEmpty()) {
            return violations.get(0).message();
        }
        if (fault instanceof MismatchedInputException) {
            return "The body must be a JSON object";
        }
        if (fault instanceof StreamConstraintsException) {
            return "The body is nested too deeply, or has a number or a name that is too long";
        }
        var what = isDuplicate(fault) ? "The body gives one object the same name twice" : "The body is not valid JSON";
        var where = fault.getLocation();
        return where == null ? what : "%s (line %d, column %d)".formatted(what, where.getLineNr(), where.getColumnNr());
    }

    private static boolean isDuplicate(JsonProcessingException fault) {
        return fault.getOriginalMessage() != null && fault.getOriginalMessage().startsWith("Duplicate field");
    }

    /** What the parser lets pass, and cannot make a number of when it is asked for it: an exponent of ten digits. */
    static boolean isUnreadableNumber(Throwable thrown) {
        return thrown instanceof NumberFormatException
                && Arrays.stream(thrown.getStackTrace()).limit(1).anyMatch(frame -> frame.getClassName()
                        .startsWith(JsonParser.class.getPackageName()));
    }

    static List<Violation> violations(JsonProcessingException fault) {
        if (!(fault instanceof JsonMappingException mapping)) {
            return List.of();
        }
        var param = param(mapping);
        return param.isEmpty() ? List.of() : List.of(new Violation(param, reason(mapping, param)));
    }

    private static String param(JsonMappingException fault) {
        var path = new StringBuilder();
        for (var step : fault.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            } else if (step.getIndex() >= 0) {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        // A scalar in a list is blamed on the list: clients know their parameter by that name.
        return path.toString().replaceFirst("\\[\\d+]$", "");
    }

    private static String reason(JsonMappingException fault, String param) {
        if (fault instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            var allowed = Arrays.stream(format.getTargetType().getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return "%s: '%s' is not one of %s".formatted(param, brief(format.getValue()), allowed);
        }
        return (fault instanceof InvalidNullException
                        ? "%s must not be null"
                        : "%s has the wrong type or is out of range")
                .formatted(param);
    }

    private static String brief(Object value) {
        var text = String.valueOf(value);
        var shown = text.length() <= 60 ? text : text.substring(0, 60) + "…";
        // Half a surrogate pair cannot be written back.
        return TextDeserializer.storable(shown) ? shown : "?";
    }
}
