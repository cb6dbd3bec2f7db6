package io.groundswell.wire.page;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one style sheet. It stands within each page, and browsers apply it because they are told its hash. */
public final class Style {
    static final String TEXT = read();
    static final String HASH = "sha256-" + Base64.getEncoder().encodeToString(sha256(TEXT));

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

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
