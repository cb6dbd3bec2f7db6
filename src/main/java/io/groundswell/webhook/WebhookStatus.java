package io.groundswell.webhook;

import java.util.Locale;

/** Whether an endpoint is told of events. */
public enum WebhookStatus {
    ACTIVE,
    /** Switched off by its owner. */
    DISABLED,
    /** Switched off by us, after many events in a row that it did not take. */
    FAILING,
    /** Gone for everybody; its rows are cleared away bit by bit. */
    DELETED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
