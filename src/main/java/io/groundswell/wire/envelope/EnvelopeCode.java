package io.groundswell.wire.envelope;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Codes of the creators contract that no feature has of its own. */
enum EnvelopeCode implements ErrorCode {
    /** A parameter of a list. */
    INVALID_QUERY(Kind.INVALID),
    /** A part of the path. */
    INVALID_PARAMS(Kind.INVALID),
    INSUFFICIENT_SCOPE(Kind.FORBIDDEN);

    private final Kind kind;

    EnvelopeCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return true;
    }
}
