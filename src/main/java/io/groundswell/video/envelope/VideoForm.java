package io.groundswell.video.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.shared.Violation;
import io.groundswell.video.VideoDetails;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A video as callers change it. */
@RegisterForReflection
record VideoForm(
        @Size(max = VideoFields.TITLE) String title,

        @Schema(description = "When it was posted, as far as is known", format = "date-time")
        String postedAt,

        @NeverNull
        @Schema(description = "Whether it counts from now on, or is there for nobody until it is included after all")
        Verdict trackingStatus,

        @Size(max = Rules.README) String readme,

        @Schema(description = "Any JSON object, up to 16,384 bytes")
        ObjectNode metadata) {
    private static final List<String> FIELDS = List.of("readme", "metadata", "tracking_status", "title", "posted_at");

    List<Violation> broken(JsonNode body) {
        return fields().fitting(new Rules(body).changesOneOf(FIELDS).refusesNull("tracking_status"))
                .broken();
    }

    private VideoFields fields() {
        return new VideoFields(title, postedAt, readme, metadata);
    }

    VideoDetails details(JsonNode body) {
        return fields().details(body, trackingStatus == null ? null : trackingStatus.status());
    }
}
