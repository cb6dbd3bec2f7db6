package io.groundswell.site;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about sites is refused. Clients know a site as a project. */
public enum SiteError implements ErrorCode {
    MISSING_FIELDS(Kind.INVALID, true),
    INVALID_NAME(Kind.INVALID, true),
    INVALID_ORIGINS(Kind.INVALID, true),
    /** A question that does not say about which site it is. */
    PROJECT_REQUIRED(Kind.INVALID, true),
    PROJECT_LIMIT(Kind.FORBIDDEN, true),
    /** Told as any other thing that the caller may not touch. */
    PROJECT_OF_ANOTHER(Kind.FORBIDDEN, false),
    PROJECT_NOT_FOUND(Kind.NOT_FOUND, false),
    PROJECT_NAME_EXISTS(Kind.CONFLICT, true),
    PROJECT_NAME_LOCKED(Kind.CONFLICT, true),
    ORIGIN_TAKEN(Kind.CONFLICT, true);

    private final Kind kind;
    private final boolean published;

    SiteError(Kind kind, boolean published) {
        this.kind = kind;
        this.published = published;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return published;
    }
}
