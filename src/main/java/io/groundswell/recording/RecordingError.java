package io.groundswell.recording;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why snapshots are refused. */
enum RecordingError implements ErrorCode {
    RECORDED_PROJECT_NOT_FOUND,
    RECORDED_VIDEO_NOT_FOUND,
    RECORDED_CREATOR_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}
