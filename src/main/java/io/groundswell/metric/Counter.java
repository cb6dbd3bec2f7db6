package io.groundswell.metric;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What networks count of a thing, from its beginning on. Each is a column, {@link #column}, wherever it is stored. */
public enum Counter {
    IMPRESSIONS,
    REACH,
    LIKES,
    COMMENTS,
    SHARES,
    SAVES,
    LINK_CLICKS,
    PROFILE_VISITS,
    FOLLOWERS_GAINED,
    VIEWS,
    FOLLOWERS;

    private final String column = name().toLowerCase(Locale.ROOT);

    /** Those that networks have of a video. */
    public static Set<Counter> ofVideos() {
        return EnumSet.of(VIEWS, LIKES, COMMENTS, SHARES, SAVES);
    }

    /** Those that networks have of a post. */
    public static Set<Counter> ofPosts() {
        return EnumSet.range(IMPRESSIONS, FOLLOWERS_GAINED);
    }

    public String column() {
        return column;
    }

    /**
     * What is gained from one sample to the next. Followers leave, and that is a loss. No other counter counts anything
     * that can be undone by those it counts: when it falls, the network has corrected itself or begun anew, which
     * takes nothing away from the day on which that happens to be noticed.
     */
    long gain(long before, long after) {
        return this == FOLLOWERS ? after - before : Math.max(0, after - before);
    }

    /** Values by counter; those that are null are left out. */
    static Map<Counter, Long> each(Function<Counter, Long> value) {
        var values = new EnumMap<Counter, Long>(Counter.class);
        for (var counter : values()) {
            var one = value.apply(counter);
            if (one != null) {
                values.put(counter, one);
            }
        }
        return values;
    }
}
