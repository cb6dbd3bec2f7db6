package io.groundswell.campaign;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about campaigns is refused. */
enum CampaignError implements ErrorCode {
    CAMPAIGN_NOT_FOUND(Kind.NOT_FOUND),
    /** Of what is to become an item. */
    MEMBER_NOT_FOUND(Kind.NOT_FOUND),
    ITEM_NOT_FOUND(Kind.NOT_FOUND),
    DUPLICATE(Kind.CONFLICT),
    CIRCULAR_REFERENCE(Kind.CONFLICT);

    private final Kind kind;

    CampaignError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean published() {
        return kind == Kind.CONFLICT;
    }
}
