package io.groundswell.site;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What a site's pages send events with: {@code aat_} and 48 hex digits. It is public, and reads nothing. */
final class SiteToken {
    private static final String PREFIX = "aat_";
    private static final int BYTES = 24;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{" + 2 * BYTES + "}");

    private SiteToken() {}

    static String next() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + HexFormat.of().formatHex(random);
    }

    /** Whether the text could be one; null could not. */
    static boolean is(String text) {
        return text != null && FORM.matcher(text).matches();
    }
}
