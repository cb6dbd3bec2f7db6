package io.groundswell.event;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A country that somebody told.
 *
 * @param code of ISO 3166-1 alpha-2; null when they do not know it, or have told something else
 * @param readable whether it is a code, or says that they do not know
 */
public record ToldCountry(String code, boolean readable) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
    /** What proxies say when they do not know, and of visitors who come by Tor. */
    private static final Set<String> UNKNOWN = Set.of("", "XX", "T1");

    /** @param told may be null */
    public static ToldCountry of(String told) {
        var text = told == null ? "" : told.strip().toUpperCase(Locale.ROOT);
        if (UNKNOWN.contains(text)) {
            return new ToldCountry(null, true);
        }
        return CODE.matcher(text).matches() ? new ToldCountry(text, true) : new ToldCountry(null, false);
    }
}
