package io.groundswell.payout;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about payouts is refused. */
enum PayoutError implements ErrorCode {
    PAYOUT_NOT_FOUND(Kind.NOT_FOUND),
    DEFAULT_METHOD(Kind.CONFLICT),
    METHOD_DISABLED(Kind.CONFLICT),
    /** Of a structure that something is owed by. */
    IN_USE(Kind.CONFLICT),
    TOO_MANY_VERSIONS(Kind.CONFLICT),
    TOO_MANY_ASSIGNMENTS(Kind.CONFLICT),
    /** An assignment on days of another one. */
    DUPLICATE(Kind.CONFLICT),
    ALREADY_ACCRUED(Kind.CONFLICT),
    /** A change of an accrual or payment that its status does not allow. */
    INVALID_TRANSITION(Kind.CONFLICT),
    NOT_APPROVED(Kind.CONFLICT),
    /** Of what cannot be computed any more. */
    HISTORY_GONE(Kind.CONFLICT);

    private final Kind kind;

    PayoutError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return kind == Kind.CONFLICT;
    }
}
