package io.groundswell.source.envelope;

import io.groundswell.database.Edge;
import io.groundswell.outbound.Health;
import io.groundswell.source.ConnectedSource;
import io.groundswell.source.SourceKind;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source as callers read it, without its credentials. */
@Schema(description = "Where a project's creators and videos are looked up.")
record SourceResponse(
        String id,
        String projectId,
        SourceKind kind,

        @Schema(description = "The account, or what it is") String name,

        @Schema(description = "The handle that it tells of; null where it tells of anybody") @Nullable
        String tiktokHandle,

        @Schema(description = "`degraded` may recover by itself; `error` is asked nothing until it is connected anew")
        Health status,

        @Nullable String lastError,

        @Nullable @Schema(format = "date-time") String lastSuccessAt,

        @Schema(description = "It asked to be left alone until then", format = "date-time") @Nullable
        String pausedUntil,

        String createdAt,
        String updatedAt) {
    static SourceResponse of(ConnectedSource source) {
        return new SourceResponse(
                source.id(),
                source.programId().toString(),
                source.kind(),
                source.name(),
                source.account(),
                source.health(),
                source.lastError(),
                Envelope.time(source.lastSuccessAt()),
                Envelope.time(source.pausedUntil()),
                Envelope.time(source.createdAt()),
                Envelope.time(source.updatedAt()));
    }

    static Edge edge(ConnectedSource source) {
        return new Edge(source.createdAt(), UUID.fromString(source.id()));
    }
}
