package io.groundswell.alert;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about alerts is refused. */
enum AlertError implements ErrorCode {
    ALERT_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}
