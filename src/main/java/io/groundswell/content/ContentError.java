package io.groundswell.content;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about content is refused. */
public enum ContentError implements ErrorCode {
    CONTENT_NOT_FOUND(Kind.NOT_FOUND),
    CONTENT_STATE(Kind.CONFLICT),
    CONTENT_IN_FLIGHT(Kind.CONFLICT),
    CONTENT_AWAITS_WORDS(Kind.CONFLICT),
    MISSION_COMPLETED(Kind.CONFLICT),
    CONTENT_CHANGED(Kind.CONFLICT),
    ALREADY_APPROVED_BY_YOU(Kind.CONFLICT),
    NOT_AN_APPROVER(Kind.FORBIDDEN),
    REVIEW_LINKS_OFF(Kind.FORBIDDEN),
    REVIEW_LINK_NOT_FOUND(Kind.NOT_FOUND),
    REVIEW_LINK_OVER(Kind.GONE),
    REVIEW_LINK_USED(Kind.CONFLICT),
    TOO_MANY_REVIEW_LINKS(Kind.CONFLICT),
    NOT_REVIEWED_NOW(Kind.UNAVAILABLE);

    private final Kind kind;

    ContentError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
