package io.groundswell.mission;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a mission request is refused. */
public enum MissionError implements ErrorCode {
    MISSION_NOT_FOUND(Kind.NOT_FOUND),
    MISSION_STATE(Kind.CONFLICT);

    private final Kind kind;

    MissionError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
