package io.groundswell.database;

/** Texts as the database sorts them in the collation "C". Java's own order differs beyond the first 65,536 characters. */
public final class CodePoints {
    private CodePoints() {}

    public static int compare(String one, String other) {
        var difference = 0;
        for (var at = 0; at < Math.min(one.length(), other.length()) && difference == 0; at++) {
            difference = Integer.compare(rank(one.charAt(at)), rank(other.charAt(at)));
        }
        return difference == 0 ? Integer.compare(one.length(), other.length()) : difference;
    }

    /** Halves of surrogate pairs stand for what is behind all other characters. */
    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
