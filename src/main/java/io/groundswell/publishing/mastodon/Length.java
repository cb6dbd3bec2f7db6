package io.groundswell.publishing.mastodon;

import io.groundswell.content.PlatformLimits;
import io.groundswell.mission.Platform;
import java.util.regex.Pattern;

/**
 * How long a text is to a Mastodon server: an address counts as 23 characters up to where the server takes it to end, and
 * what is glued to it counts in full. In doubt more is counted, for nothing of a thread may be out before a part is refused.
 */
final class Length {
    private static final String SHORT_ADDRESS = "x".repeat(23);

    private static final String SCHEME = "(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://";
    private static final String HOST = "(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.){1,10}(?:xn--[a-z0-9-]+|[a-z]{2,})"
            + "(?![a-z0-9@+-])(?::[0-9]+)?";

    private static final String IN_PATH = "[^\\p{IsWhite_Space}<>()?]";
    private static final String IN_BRACKETS =
            "\\((?:" + IN_PATH + "++|" + IN_PATH + "*+\\(" + IN_PATH + "++\\)" + IN_PATH + "*+)\\)";
    private static final String PATH = "/(?:" + IN_PATH + "*+" + IN_BRACKETS + ")*+" + "(?:" + IN_PATH
            + "*[^\\p{IsWhite_Space}<>()?!*\"'「」;:=,.$%\\[\\]~&|@])?";

    private static final String BEYOND_ASCII = "[^\\x00-\\x7F]&&[^\\p{IsWhite_Space}]";
    private static final String QUERY =
            "\\?[a-z0-9!?*'();:&=+$/%#\\[\\]_.,~|@^\\-[" + BEYOND_ASCII + "]]*[a-z0-9_&=#/\\-[" + BEYOND_ASCII + "]]";

    /** Of an address of another kind, as one with a host that is no name, nothing but the scheme is left out. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![a-z0-9@＠$#＃\\u202A-\\u202E])" + SCHEME + HOST + "(?:" + PATH + ")?(?:" + QUERY + ")?|" + SCHEME,
            Pattern.CASE_INSENSITIVE);

    private Length() {}

    static int of(String text) {
        return PlatformLimits.length(Platform.MASTODON, ADDRESS.matcher(text).replaceAll(SHORT_ADDRESS));
    }
}
