package io.groundswell.pipeline;

import io.groundswell.shared.ErrorCode;
import java.util.Locale;

/** A stage cannot go on, and trying again would not help. */
final class Permanent extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    Permanent(ErrorCode code, String message) {
        this(code.name().toLowerCase(Locale.ROOT), message);
    }

    Permanent(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
