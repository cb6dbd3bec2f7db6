package io.groundswell.segment;

import java.util.regex.Pattern;

/** How the columns of segments are called. */
public final class Columns {
    /** In UTC. */
    public static final String DAY = "day";

    public static final String EVENT = "event";
    public static final String COUNTRY = "country";
    /** The number that figures have for the user. */
    static final String USER = "user";
    /** The hash of the session's id. */
    static final String SESSION = "session";

    private static final String PROPERTY = "properties.";
    /** Of the properties that questions can name. */
    private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_]{1,128}");

    private Columns() {}

    public static String property(String key) {
        return PROPERTY + key;
    }

    public static boolean isProperty(String column) {
        return column.startsWith(PROPERTY);
    }

    public static boolean isAsked(String key) {
        return KEY.matcher(key).matches();
    }
}
