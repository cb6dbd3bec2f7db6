package io.groundswell.visitor;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about a single user is refused. */
public enum VisitorError implements ErrorCode {
    USER_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}
