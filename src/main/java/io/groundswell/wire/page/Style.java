package io.groundswell.wire.page;

import io.groundswell.text.Sha256;
import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The one style sheet. It stands within each page, and browsers apply it because they are told its hash. */
public final class Style {
    static final String TEXT = read();

    private Style() {}

    @TemplateGlobal(name = "style")
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (var css = Style.class.getResourceAsStream("page.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
