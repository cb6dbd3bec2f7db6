package io.groundswell.goal;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about goals is refused. */
enum GoalError implements ErrorCode {
    GOAL_NOT_FOUND(Kind.NOT_FOUND),
    /** Asks for more than one answer tells. */
    INVALID_PARAMS(Kind.INVALID);

    private final Kind kind;

    GoalError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return kind == Kind.INVALID;
    }
}
