package io.groundswell.traffic;

import io.groundswell.segment.Columns;
import io.groundswell.shared.Refusal;

/** How questions name a property of events. */
public final class PropertyKey {
    private PropertyKey() {}

    /** @param param that names it */
    public static String require(String param, String key) {
        if (key == null) {
            throw Refusal.on(TrafficError.MISSING_FIELDS, param, "%s is required", param);
        }
        if (!Columns.isAsked(key)) {
            throw Refusal.on(
                    TrafficError.INVALID_PROPERTY_KEY,
                    param,
                    "%s must be 1 to 128 letters, digits or underscores",
                    param);
        }
        return key;
    }
}
