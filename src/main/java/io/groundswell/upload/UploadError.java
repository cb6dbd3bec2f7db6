package io.groundswell.upload;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a file is not read. */
enum UploadError implements ErrorCode {
    TOO_MANY_FILES;

    @Override
    public Kind kind() {
        return Kind.UNAVAILABLE;
    }
}
