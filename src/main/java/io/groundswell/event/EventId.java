package io.groundswell.event;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What an event is called outside: 26 characters of Crockford's base 32 that sort as the events of a site do. They hold 48
 * bits of milliseconds, 32 of the site's number and 48 of the event's number within the site, so that no two are the same.
 */
public final class EventId {
    private static final String VALUES = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern FORM = Pattern.compile("[" + VALUES + "]{26}");
    private static final int LENGTH = 26;
    private static final int BITS_OF_DIGIT = 5;
    private static final int BITS_OF_SEQ = 48;
    private static final int BITS_OF_SITE_BESIDE_SEQ = Long.SIZE - BITS_OF_SEQ;
    private static final long MOST_SEQ = (1L << BITS_OF_SEQ) - 1;
    private static final long SITE_BESIDE_TIME = (1L << BITS_OF_SITE_BESIDE_SEQ) - 1;

    private EventId() {}

    /** @param seq of the event within its site */
    public static String of(long siteNumber, Instant at, long seq) {
        var high = at.toEpochMilli() << BITS_OF_SITE_BESIDE_SEQ | siteNumber >>> BITS_OF_SITE_BESIDE_SEQ;
        var low = siteNumber << BITS_OF_SEQ | seq;
        var digits = new char[LENGTH];
        for (var digit = LENGTH - 1; digit >= 0; digit--) {
            digits[digit] = VALUES.charAt((int) low & VALUES.length() - 1);
            low = low >>> BITS_OF_DIGIT | high << Long.SIZE - BITS_OF_DIGIT;
            high >>>= BITS_OF_DIGIT;
        }
        return new String(digits);
    }

    /** The number of an event within its site, by what it is called; empty when no event of the site is called that. */
    public static OptionalLong seq(long siteNumber, String id) {
        if (!FORM.matcher(id).matches()) {
            return OptionalLong.empty();
        }
        long high = 0;
        long low = 0;
        for (var digit : id.toCharArray()) {
            high = high << BITS_OF_DIGIT | low >>> Long.SIZE - BITS_OF_DIGIT;
            low = low << BITS_OF_DIGIT | VALUES.indexOf(digit);
        }
        var site = (high & SITE_BESIDE_TIME) << BITS_OF_SITE_BESIDE_SEQ | low >>> BITS_OF_SEQ;
        return site == siteNumber ? OptionalLong.of(low & MOST_SEQ) : OptionalLong.empty();
    }
}
