package io.groundswell.wire;

import io.groundswell.shared.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a page's form sends, as a browser writes it: {@code name=value&name=value}, escaped. */
public final class Form {
    private final Map<String, String> values = new HashMap<>();

    private Form() {}

    /** Of several fields of one name the first counts; unknown ones do no harm. */
    public static Form parse(String body) {
        var form = new Form();
        for (var pair : body.split("&")) {
            var parts = pair.split("=", 2);
            form.values.putIfAbsent(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (TextDeserializer.storable(decoded)) {
                return decoded;
            }
        } catch (IllegalArgumentException unusableEscape) {
            // Told below, like text that cannot be stored.
        }
        throw Refusal.of(Refusal.Input.INVALID_INPUT, "A field of the form is not text");
    }

    /** Without blanks around it; empty when the form has no such field. */
    public String get(String name) {
        return values.getOrDefault(name, "").strip();
    }
}
