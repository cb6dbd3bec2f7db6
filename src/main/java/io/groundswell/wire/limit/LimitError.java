package io.groundswell.wire.limit;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

enum LimitError implements ErrorCode {
    RATE_LIMIT_EXCEEDED;

    @Override
    public Kind kind() {
        return Kind.TOO_MANY;
    }
}
