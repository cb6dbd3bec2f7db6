package io.groundswell.goal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** How a creator does with its goals. */
public record Compliance(UUID creatorId, String handle, String displayName, List<Result> results) {

    /** @param actual 0 where nothing is known */
    public record Result(Goal goal, BigDecimal actual, Period period, GoalStatus status, Advisory advisory) {}
}
