package io.groundswell.creator;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import java.util.Locale;

/** Why a request about creators is refused. */
enum CreatorError implements ErrorCode {
    CREATOR_NOT_FOUND(Kind.NOT_FOUND),
    /** The creator is there already. */
    DUPLICATE(Kind.CONFLICT),
    /** Another creator has the handle. */
    HANDLE_TAKEN(Kind.CONFLICT),
    /** Nobody may track whoever has the handle. */
    CREATOR_BANNED(Kind.CONFLICT),
    INVALID_HANDLE(Kind.CONFLICT),
    NO_CHANGE(Kind.CONFLICT);

    private final Kind kind;

    CreatorError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return kind != Kind.NOT_FOUND;
    }

    /** Clients were promised the code for a text. */
    Refusal bare() {
        return Refusal.of(this, "%s", name().toLowerCase(Locale.ROOT));
    }
}
