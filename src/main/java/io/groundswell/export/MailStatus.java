package io.groundswell.export;

import java.util.Locale;

/** Whether the recipient of an export was told. */
public enum MailStatus {
    PENDING,
    SENT,
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
