package io.groundswell.wire.envelope;

import io.groundswell.shared.Refusal;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as the creators contract writes them: whole UUIDs, nothing that Java would take for one. */
public final class Ids {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /** A part of the path. */
    public static UUID inPath(String param, String text) {
        var id = read(text);
        if (id == null) {
            throw Refusal.on(EnvelopeCode.INVALID_PARAMS, param, "%s must be a UUID", param);
        }
        return id;
    }

    /** Null when it is none. */
    public static UUID read(String text) {
        return FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }
}
