package io.groundswell.retention;

import io.groundswell.event.EventRules;
import io.groundswell.shared.Refusal;
import io.groundswell.text.Characters;
import java.time.LocalDate;

/**
 * Who arrives, and who is there again.
 *
 * @param cohorts that are wanted: the current period and those before it
 * @param since whoever arrived before this day is in no cohort
 * @param event by which users arrive; null when they do by a session
 * @param returning event by which they are there again; null without an event
 */
public record RetentionQuery(Period period, int cohorts, LocalDate since, String event, String returning) {
    /** @param returning null for the event itself */
    public RetentionQuery {
        if (cohorts < 1 || cohorts > period.mostCohorts()) {
            throw Refusal.on(
                    RetentionError.INVALID_COHORTS,
                    "cohorts",
                    "cohorts must be a number from 1 to %d when the period is %s",
                    period.mostCohorts(),
                    period);
        }
        requireName("event", event);
        requireName("returning_event", returning);
        if (event == null && returning != null) {
            throw Refusal.on(RetentionError.MISSING_FIELDS, "event", "event is required together with returning_event");
        }
        returning = returning == null ? event : returning;
    }

    private static void requireName(String param, String name) {
        if (name != null && (Characters.count(name) > EventRules.LONGEST_TEXT || name.indexOf(0) >= 0)) {
            throw Refusal.invalid(
                    param, "%s must be the name of an event: up to %d characters", param, EventRules.LONGEST_TEXT);
        }
    }

    boolean bySessions() {
        return event == null;
    }
}
