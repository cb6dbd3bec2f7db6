package io.groundswell.goal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * How a creator does with its goals.
 *
 * @param avatarUrl as a source last told it, or null
 */
public record Compliance(UUID creatorId, String handle, String displayName, String avatarUrl, List<Result> results) {

    /** @param actual 0 where nothing is known */
    public record Result(Goal goal, BigDecimal actual, Period period, GoalStatus status, Advisory advisory) {}
}
