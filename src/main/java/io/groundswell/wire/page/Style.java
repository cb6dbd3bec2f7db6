package io.groundswell.wire.page;

import io.groundswell.text.Sha256;
import io.quarkus.qute.TemplateGlobal;
import java.util.Base64;

/** The one style sheet. It stands within each page, and browsers apply it because they are told its hash. */
public final class Style {
    static final String TEXT = PageFile.read(Style.class, "page.css");

    private Style() {}

    @TemplateGlobal(name = "style")
    public static String text() {
        return TEXT;
    }

    static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(text));
    }
}
