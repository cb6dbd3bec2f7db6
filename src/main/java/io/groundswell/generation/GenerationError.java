package io.groundswell.generation;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

enum GenerationError implements ErrorCode {
    NO_BRAND_CONTEXT;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}
