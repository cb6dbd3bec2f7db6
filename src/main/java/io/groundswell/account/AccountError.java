package io.groundswell.account;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why an account request is refused. */
public enum AccountError implements ErrorCode {
    UNAUTHORIZED(Kind.UNAUTHENTICATED),
    INVALID_TOKEN(Kind.UNAUTHENTICATED),
    /** What the contract of site analytics says where that of missions says {@link #UNAUTHORIZED}. */
    KEY_REQUIRED(Kind.UNAUTHENTICATED),
    /** The same in the contract of creators. */
    CREATOR_KEY_REQUIRED(Kind.UNAUTHENTICATED),
    ORGANIZATION_INACTIVE(Kind.FORBIDDEN),
    NOT_A_MEMBER(Kind.FORBIDDEN),
    TOO_MANY_MEMBERS(Kind.FORBIDDEN),
    MODE_BEYOND_CALLER(Kind.FORBIDDEN),
    SCOPE_BEYOND_CALLER(Kind.FORBIDDEN),
    ORGANIZATION_NOT_FOUND(Kind.NOT_FOUND),
    MEMBER_NOT_FOUND(Kind.NOT_FOUND),
    API_KEY_NOT_FOUND(Kind.NOT_FOUND),
    API_KEY_NOT_ACTIVE(Kind.CONFLICT),
    EXTERNAL_ID_TAKEN(Kind.CONFLICT),
    LAST_ADMIN(Kind.CONFLICT),
    LIMIT_REACHED(Kind.LIMIT_REACHED),
    TOO_MANY_COPIES(Kind.TOO_MANY),
    NOT_A_TOKEN(Kind.INVALID),
    IDENTITY_PROVIDER_AWAY(Kind.UNAVAILABLE);

    private final Kind kind;

    AccountError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return this == UNAUTHORIZED || this == INVALID_TOKEN;
    }
}
