package io.groundswell.wire.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that a page is made of, beside the class that shows it. */
public final class PageFile {
    private PageFile() {}

    public static String read(Class<?> owner, String name) {
        try (var file = owner.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
