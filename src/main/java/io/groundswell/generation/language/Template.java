package io.groundswell.generation.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fixed words of a prompt, from a file of the present version; {@code {{name}}} stands for what a call fills in. */
final class Template {
    private static final String VERSION = "/io/groundswell/generation/prompts/v1/";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    static Template file(String name) {
        try (var stream = Template.class.getResourceAsStream(VERSION + name + ".txt")) {
            if (stream == null) {
                throw new IllegalArgumentException("No prompt " + name);
            }
            return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is filled in is not looked through again, so no text can call for another. */
    String with(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            var value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing to fill in for " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
