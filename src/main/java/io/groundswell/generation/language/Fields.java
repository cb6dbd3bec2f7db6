package io.groundswell.generation.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import io.groundswell.text.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the fields of an answer, and notes everything that is wrong with them. */
final class Fields {
    private static final int MOST_NAME = 40;

    private final JsonNode object;
    private final String path;
    private final List<String> faults;
    private final UnaryOperator<String> spelling;

    Fields(JsonNode object) {
        this(object, "", new ArrayList<>(), UnaryOperator.identity());
    }

    private Fields(JsonNode object, String path, List<String> faults, UnaryOperator<String> spelling) {
        this.object = object;
        this.path = path;
        this.faults = faults;
        this.spelling = spelling;
    }

    /** The same fields, whose texts are put right before anything else is said about them. */
    Fields spelled(UnaryOperator<String> right) {
        return new Fields(object, path, faults, right);
    }

    List<String> faults() {
        return faults;
    }

    void wrong(String fault) {
        faults.add(fault);
    }

    /** Nothing but these. */
    Fields only(List<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                wrong("the field " + path + Cut.to(MOST_NAME, name) + " is not part of the form");
            }
        });
        return this;
    }

    /** A text, which may be empty. */
    String text(String name, int most) {
        var value = object.get(name);
        if (value == null || !value.isTextual()) {
            wrong(path + name + " must be a text");
            return "";
        }
        var text = spelling.apply(value.textValue().strip());
        if (Characters.count(text) > most) {
            wrong(path + name + " has at most " + most + " characters");
        }
        return text;
    }

    String needed(String name, int most) {
        var text = text(name, most);
        if (Blank.is(text) && object.path(name).isTextual()) {
            wrong(path + name + " must not be empty");
        }
        return text;
    }

    List<String> texts(String name, int fewest, int most, int mostCharacters) {
        var texts = new ArrayList<String>();
        for (var value : array(name, fewest, most)) {
            var text = value.isTextual() ? spelling.apply(value.textValue().strip()) : "";
            if (Blank.is(text) || Characters.count(text) > mostCharacters) {
                wrong(path + name + " holds texts of 1 to " + mostCharacters + " characters");
                break;
            }
            texts.add(text);
        }
        return texts;
    }

    List<Fields> objects(String name, int fewest, int most) {
        var objects = new ArrayList<Fields>();
        for (var value : array(name, fewest, most)) {
            if (!value.isObject()) {
                wrong(path + name + " holds objects");
                break;
            }
            objects.add(new Fields(value, path + name + "[" + objects.size() + "].", faults, spelling));
        }
        return objects;
    }

    private Iterable<JsonNode> array(String name, int fewest, int most) {
        var value = object.get(name);
        if (value == null || !value.isArray() || value.size() < fewest || value.size() > most) {
            wrong(path + name + " must be a list of " + fewest + " to " + most + " entries");
            return List.of();
        }
        return value;
    }

    double number(String name) {
        var value = object.get(name);
        if (value == null || !value.isNumber() || !Double.isFinite(value.doubleValue())) {
            wrong(path + name + " must be a number");
            return 0;
        }
        return value.doubleValue();
    }

    int whole(String name, int least, int most) {
        var value = object.get(name);
        if (value == null
                || !value.canConvertToExactIntegral()
                || value.longValue() < least
                || value.longValue() > most) {
            wrong(path + name + " must be a whole number from " + least + " to " + most);
            return least;
        }
        return value.intValue();
    }
}
