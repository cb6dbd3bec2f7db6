package io.groundswell.annotation;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about annotations is refused. */
public enum AnnotationError implements ErrorCode {
    ANNOTATION_NOT_FOUND(Kind.NOT_FOUND),
    /** Of a creator, campaign or video that is to have one. */
    THING_NOT_FOUND(Kind.NOT_FOUND),
    ANNOTATION_IS_AUTOMATIC(Kind.CONFLICT),
    TOO_MANY_ANNOTATIONS(Kind.CONFLICT);

    private final Kind kind;

    AnnotationError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
