package io.groundswell.funnel;

import io.groundswell.site.Window;
import java.time.Duration;
import java.util.List;

/**
 * A question about a funnel.
 *
 * @param steps in their order
 * @param window within which all steps must be taken, from the first one on
 * @param breakdown key of a property, or {@code country}; null for none
 * @param mostValues of the breakdown that are wanted
 */
public record Asked(List<Step> steps, Duration window, Window days, Entity countBy, String breakdown, int mostValues) {

    /** Whether the index of users has all that the answer takes. */
    boolean isInIndex() {
        return countBy == Entity.USER_ID
                && breakdown == null
                && steps.stream().allMatch(step -> step.filters().isEmpty());
    }
}
