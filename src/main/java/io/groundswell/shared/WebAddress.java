package io.groundswell.shared;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses that callers hand in. They are shown and passed on, never opened. */
public final class WebAddress {
    public static final int MAX_LENGTH = 2_000;

    private WebAddress() {}

    /** Whether the text is an absolute http or https address with a host, of at most {@link #MAX_LENGTH} characters. */
    public static boolean is(String text) {
        try {
            var uri = new URI(text);
            var web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return text.length() <= MAX_LENGTH && web && uri.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
