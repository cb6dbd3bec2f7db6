package io.groundswell.alert;

import java.util.Locale;

/** What an alert is about. Each is told to webhooks as an event of its own, which webhooks must know. */
public enum AlertKind {
    GOAL_MISSED("creator.goal_missed"),
    CREATOR_DISABLED("creator.disabled"),
    PLAN_LIMIT_CLOSE("creator.plan_limit_close");

    private final String event;

    AlertKind(String event) {
        this.event = event;
    }

    String event() {
        return event;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
