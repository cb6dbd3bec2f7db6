package io.groundswell.performance.v1;

import io.groundswell.metric.Counter;
import io.groundswell.performance.ContentFigures;

/** What an item gained on one day. */
record DayOfContent(
        String date,
        long impressions,
        long reach,
        long engagements,
        double engagementRate,
        long likes,
        long comments,
        long shares,
        long saves,
        long linkClicks,
        long profileVisits,
        long followersGained) {
    static DayOfContent of(ContentFigures.OfDay day) {
        var gained = day.gained();
        return new DayOfContent(
                day.day().toString(),
                gained.impressions(),
                gained.of(Counter.REACH),
                gained.engagements(),
                gained.engagementRate(),
                gained.of(Counter.LIKES),
                gained.of(Counter.COMMENTS),
                gained.of(Counter.SHARES),
                gained.of(Counter.SAVES),
                gained.of(Counter.LINK_CLICKS),
                gained.of(Counter.PROFILE_VISITS),
                gained.of(Counter.FOLLOWERS_GAINED));
    }
}
