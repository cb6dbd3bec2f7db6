package io.groundswell.program;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about programmes is refused. Clients know a programme as a project. */
enum ProgramError implements ErrorCode {
    PROJECT_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}
