package io.groundswell.export;

import java.util.Locale;

/** Whether there is a file. */
public enum ExportStatus {
    PROCESSING,
    COMPLETED,
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
