package io.groundswell.experiment;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about experiments is refused. */
public enum ExperimentError implements ErrorCode {
    MISSING_FIELDS(Kind.INVALID),
    INVALID_NAME(Kind.INVALID),
    /** Too few or too many, the same twice, or weights that do not fit. */
    INVALID_VARIANTS(Kind.INVALID),
    /** None that there is, or none that can follow. */
    INVALID_EXPERIMENT_STATUS(Kind.INVALID),
    INVALID_WINNER(Kind.INVALID),
    PRO_REQUIRED(Kind.FORBIDDEN),
    EXPERIMENT_LIMIT(Kind.FORBIDDEN),
    /** Told as any other thing that the caller may not touch. */
    EXPERIMENT_OF_ANOTHER(Kind.FORBIDDEN),
    EXPERIMENT_NOT_FOUND(Kind.NOT_FOUND),
    EXPERIMENT_NAME_EXISTS(Kind.CONFLICT);

    private final Kind kind;

    ExperimentError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return this != EXPERIMENT_OF_ANOTHER;
    }
}
