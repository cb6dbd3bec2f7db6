package io.groundswell.segment;

/** What an event has in a column, of whatever JSON type: texts stand behind a mark, and all else as JSON has it. */
public final class ColumnValue {
    private static final char MARK = '"';

    private ColumnValue() {}

    public static String ofText(String text) {
        return MARK + text;
    }

    public static boolean isText(String value) {
        return value.charAt(0) == MARK;
    }

    /** A text as it is, all else as JSON has it. */
    public static String shown(String value) {
        return isText(value) ? value.substring(1) : value;
    }
}
