package io.groundswell.export;

import java.util.Locale;

/** What kind of file an export is. */
public enum ExportFormat {
    CSV,
    JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
