package io.groundswell.webhook;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;

/** Why a request about webhooks is refused. */
public enum WebhookError implements ErrorCode {
    WEBHOOK_NOT_FOUND(Kind.NOT_FOUND),
    DELIVERY_NOT_FOUND(Kind.NOT_FOUND),
    TOO_MANY_WEBHOOKS(Kind.CONFLICT),
    WEBHOOK_DISABLED(Kind.CONFLICT),
    DELIVERY_IN_FLIGHT(Kind.CONFLICT);

    private final Kind kind;

    WebhookError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
