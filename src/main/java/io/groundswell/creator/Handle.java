package io.groundswell.creator;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a creator is called on TikTok. Whoever writes it in another case means the same creator. */
public final class Handle {
    public static final int LONGEST = 30;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1," + LONGEST + "}");

    private Handle() {}

    /** Without the @ that people put before it. */
    public static String plain(String text) {
        return text.startsWith("@") ? text.substring(1) : text;
    }

    public static boolean fits(String handle) {
        return FORM.matcher(handle).matches();
    }

    /** What two spellings of one handle have in common. */
    public static String key(String handle) {
        return handle.toLowerCase(Locale.ROOT);
    }
}
