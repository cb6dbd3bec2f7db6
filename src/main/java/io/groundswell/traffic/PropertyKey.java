package io.groundswell.traffic;

import io.groundswell.shared.Refusal;
import java.util.regex.Pattern;

/** How questions name a property of events. */
public final class PropertyKey {
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9_]{1,128}");

    private PropertyKey() {}

    /** @param param that names it */
    public static String require(String param, String key) {
        if (key == null) {
            throw Refusal.on(TrafficError.MISSING_FIELDS, param, "%s is required", param);
        }
        if (!FORM.matcher(key).matches()) {
            throw Refusal.on(
                    TrafficError.INVALID_PROPERTY_KEY,
                    param,
                    "%s must be 1 to 128 letters, digits or underscores",
                    param);
        }
        return key;
    }
}
