package io.groundswell.performance;

import io.groundswell.mission.Platform;
import java.util.List;
import java.util.Map;

/**
 * How an organization did in a period.
 *
 * @param missionsActive at any time in it
 * @param before what was gained in the equally long period before
 * @param byPlatform sums to the total
 * @param series sums to the total; where each step begins is a date, or an instant by the hour
 */
public record Overview(
        Period period,
        long missionsActive,
        Slice total,
        Figures before,
        Map<Platform, Slice> byPlatform,
        List<Step> series,
        List<TopPost> top) {

    public record Step(String start, Slice slice) {}

    /** One of the posts of the period that did best, with all it gained so far. */
    public record TopPost(String contentId, Platform platform, Figured figured) {}
}
