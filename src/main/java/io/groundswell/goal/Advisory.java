package io.groundswell.goal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be kept in mind with a status.
 *
 * @param inProgress whether the period is not over
 * @param recentlyEnded whether it ended so lately that snapshots may still come in
 * @param stale whether the last update is long ago, or there was none
 * @param lastUpdate when the creator or one of its videos that count was last measured, or a source last told of them, or null
 */
public record Advisory(
        boolean inProgress,
        boolean recentlyEnded,
        boolean stale,
        boolean notYetStarted,
        Instant periodEnd,
        Instant lastUpdate) {
    /** How long after its end a period may still change; then goals are judged. */
    static final Duration SETTLING = Duration.ofHours(48);

    private static final Duration FRESH = Duration.ofHours(24);

    static Advisory of(Instant start, Instant end, Instant lastUpdate, Instant now) {
        return new Advisory(
                now.isBefore(end),
                !now.isBefore(end) && now.isBefore(end.plus(SETTLING)),
                lastUpdate == null || lastUpdate.isBefore(now.minus(FRESH)),
                now.isBefore(start),
                end,
                lastUpdate);
    }

    public boolean isAny() {
        return inProgress || recentlyEnded || stale || notYetStarted;
    }

    /** One for each flag that is set. */
    public List<String> messages() {
        var messages = new ArrayList<String>();
        if (inProgress) {
            messages.add("The period is not over: the status compares with the time that is gone");
        }
        if (recentlyEnded) {
            messages.add("The period ended less than 48 hours ago: snapshots that come in may change the status");
        }
        if (stale) {
            messages.add(
                    lastUpdate == null
                            ? "Nothing has been measured of the creator"
                            : "The creator was last measured more than 24 hours ago");
        }
        if (notYetStarted) {
            messages.add("The period has not started");
        }
        return messages;
    }
}
