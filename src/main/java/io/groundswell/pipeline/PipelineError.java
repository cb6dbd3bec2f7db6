package io.groundswell.pipeline;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a pipeline cannot go on. */
public enum PipelineError implements ErrorCode {
    PLATFORM_NOT_CONNECTED(Kind.UNPROCESSABLE),
    JOB_NOT_FAILED(Kind.CONFLICT),
    STAGE_NOT_REACHED(Kind.CONFLICT),
    NO_JOB(Kind.CONFLICT),
    JOB_NOT_FOUND(Kind.NOT_FOUND);

    private final Kind kind;

    PipelineError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return this == PLATFORM_NOT_CONNECTED;
    }
}
