package io.groundswell.webhook;

import java.util.Locale;

/** Where the delivery of one event to one endpoint stands. */
public enum DeliveryStatus {
    /** To be sent, now or once more later. */
    PENDING,
    SUCCEEDED,
    /** Given up. */
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
