package io.groundswell.site;

import io.groundswell.shared.Refusal;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a page comes from, written as browsers write it: {@code https://example.com}, {@code http://localhost:3000}. */
final class WebOrigin {
    /** Longer than any host name with its scheme and port. */
    static final int LONGEST = 300;

    private static final Pattern FORM = Pattern.compile(
            "(https?)://([^/?#@:\\[\\]\\s]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile(
            "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.?");
    private static final int LONGEST_HOST = 253;
    private static final int LAST_PORT = 65_535;
    /** Sharp s, final sigma and the joiners: Java's rules replace what browsers keep. */
    private static final Pattern READ_DIFFERENTLY = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    private WebOrigin() {}

    /** As a browser would send it; empty when the text is no origin of a web page. */
    static Optional<String> read(String text) {
        var form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        var scheme = form.group(1).toLowerCase(Locale.ROOT);
        return host(form.group(2))
                .flatMap(host -> port(scheme, form.group(3)).map(port -> scheme + "://" + host + port));
    }

    private static Optional<String> host(String text) {
        if (text.startsWith("[")) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        if (READ_DIFFERENTLY.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            var usable = ascii.length() <= LONGEST_HOST && HOST.matcher(ascii).matches();
            return usable ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /** Empty text for the scheme's own port, which browsers leave out. */
    private static Optional<String> port(String scheme, String text) {
        if (text == null) {
            return Optional.of("");
        }
        var port = Integer.parseInt(text);
        if (port < 1 || port > LAST_PORT) {
            return Optional.empty();
        }
        return Optional.of(port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port);
    }

    static String require(String text) {
        return read(text)
                .orElseThrow(() -> Refusal.on(
                        SiteError.INVALID_ORIGINS,
                        "allowed_origins",
                        "allowed_origins: '%s' is not an origin, such as https://example.com or http://localhost:3000%s",
                        text.length() <= LONGEST
                                ? text
                                : text.substring(0, LONGEST).replaceFirst("\\p{Cs}$", "") + "…",
                        READ_DIFFERENTLY.matcher(text).find() ? "; write this host name with xn--" : ""));
    }
}
