package io.groundswell.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an alert is about. Each is told to webhooks as an event of its own, which webhooks must know. */
public enum AlertKind {
    GOAL_MISSED("creator.goal_missed", false),
    CREATOR_DISABLED("creator.disabled", true),
    PLAN_LIMIT_CLOSE("creator.plan_limit_close", true);

    private final String event;
    private final boolean lasting;

    AlertKind(String event, boolean lasting) {
        this.event = event;
        this.lasting = lasting;
    }

    /** Those about what has happened, which neither goes on nor ends. */
    static List<AlertKind> ofMoments() {
        return Arrays.stream(values()).filter(kind -> !kind.lasting).toList();
    }

    String event() {
        return event;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
