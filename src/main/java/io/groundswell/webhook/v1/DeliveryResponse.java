package io.groundswell.webhook.v1;

import io.groundswell.webhook.Attempt;
import io.groundswell.webhook.Delivery;
import io.groundswell.webhook.DeliveryStatus;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;

/** A delivery and every try so far. */
record DeliveryResponse(
        String id,
        String webhookId,
        String eventId,
        String eventType,
        DeliveryStatus status,
        int attempts,
        @Nullable String nextAttemptAt,
        List<Try> tries,
        String createdAt) {

    record Try(
            String at,
            @Nullable Integer responseStatus,
            long latencyMs,
            @Nullable String error,
            @Nullable String response) {
        static Try of(Attempt attempt) {
            return new Try(
                    V1.time(attempt.at()), attempt.status(), attempt.latencyMs(), attempt.error(), attempt.response());
        }
    }

    static DeliveryResponse of(Delivery delivery) {
        return new DeliveryResponse(
                delivery.id(),
                delivery.webhookId(),
                delivery.eventId(),
                delivery.type(),
                delivery.status(),
                delivery.attempts(),
                V1.time(delivery.nextAttemptAt()),
                delivery.tries().stream().map(Try::of).toList(),
                V1.time(delivery.createdAt()));
    }
}
