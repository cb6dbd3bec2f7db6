package io.groundswell.webhook;

import io.groundswell.shared.Refusal;
import java.util.List;

/** The events that an endpoint can ask for. */
final class EventTypes {
    static final String ALL = "*";
    static final String TEST = "webhook.test";

    static final List<String> KNOWN = List.of(
            "content.created",
            "content.approved",
            "content.rejected",
            "content.scheduled",
            "content.published",
            "content.failed",
            "content.escalated",
            "mission.created",
            "mission.started",
            "mission.paused",
            "mission.resumed",
            "mission.completed",
            "pipeline.stage_completed",
            "pipeline.job_completed",
            "pipeline.job_failed",
            "budget.threshold_reached",
            "creator.goal_missed",
            "creator.disabled",
            "creator.plan_limit_close",
            "creator.milestone");

    private EventTypes() {}

    /** Each once, in the order given. */
    static List<String> require(List<String> wanted) {
        if (wanted.isEmpty()) {
            throw Refusal.invalid("events", "events must name at least one event, or '*' for all");
        }
        for (var type : wanted) {
            if (!type.equals(ALL) && !KNOWN.contains(type)) {
                throw Refusal.invalid("events", "events: '%s' is not one of *, %s", type, String.join(", ", KNOWN));
            }
        }
        return wanted.stream().distinct().toList();
    }
}
