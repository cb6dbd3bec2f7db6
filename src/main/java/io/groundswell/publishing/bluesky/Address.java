package io.groundswell.publishing.bluesky;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An address and where it begins in a text, without what belongs to the sentence around it. */
record Address(int start, String uri) {
    private static final String MARKS = "'.,;:!?";
    private static final String OPENINGS = "([{";
    private static final String CLOSINGS = ")]}";

    /** There is more behind the scheme than marks and brackets. */
    private static final Pattern WHOLE = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\"'.,;:!?()\\[\\]{}][^\\s<>\"]*");

    static List<Address> in(String text) {
        return WHOLE.matcher(text).results().map(Address::trimmed).toList();
    }

    private static Address trimmed(MatchResult found) {
        var uri = found.group();
        while (endsWithTheSentence(uri)) {
            uri = uri.substring(0, uri.length() - 1);
        }
        return new Address(found.start(), uri);
    }

    /** A bracket that the address opens is closed by it too: https://en.wikipedia.org/wiki/Mercury_(planet). */
    private static boolean endsWithTheSentence(String uri) {
        var last = uri.charAt(uri.length() - 1);
        var bracket = CLOSINGS.indexOf(last);
        return bracket < 0 ? MARKS.indexOf(last) >= 0 : count(uri, last) > count(uri, OPENINGS.charAt(bracket));
    }

    private static long count(String text, char bracket) {
        return text.chars().filter(one -> one == bracket).count();
    }

    int end() {
        return start + uri.length();
    }
}
