package io.groundswell.source.envelope;

import io.groundswell.source.SourceKind;
import io.groundswell.source.UpdateState;
import io.groundswell.wire.envelope.Envelope;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the looking up of a creator or video is. */
@Schema(description = "When a creator or video was, is and will be looked up.")
record UpdateResponse(
        @Schema(description = "The one that is asked; null when there is none") @Nullable
        SourceKind source,

        @Schema(description = "Whether an update is about to be made, or being made")
        boolean queued,

        @Schema(description = "When a source, or of a video a snapshot, last told anything", format = "date-time")
        @Nullable
        String lastUpdatedAt,

        @Schema(description = "Null when nothing is planned", format = "date-time") @Nullable
        String nextUpdateAt,

        @Schema(description = "Why it is not as one might expect") @Nullable
        String notice,

        @Schema(description = "As the source last told it, like the bio; of creators alone") @Nullable
        String avatarUrl,

        @Nullable String bio) {
    static UpdateResponse of(UpdateState state) {
        return new UpdateResponse(
                state.source(),
                state.isQueued(),
                Envelope.time(state.lastUpdatedAt()),
                Envelope.time(state.nextUpdateAt()),
                state.notice(),
                state.avatarUrl(),
                state.bio());
    }
}
