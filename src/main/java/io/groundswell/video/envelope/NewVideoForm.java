package io.groundswell.video.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.shared.Violation;
import io.groundswell.video.TrackingStatus;
import io.groundswell.video.VideoAddress;
import io.groundswell.video.VideoDetails;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Rules;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A video as callers add it. */
@RegisterForReflection
record NewVideoForm(
        @NotNull
        @Size(max = VideoAddress.LONGEST)
        @Schema(description = "Of a video or carousel on TikTok; short links are taken, too")
        String url,

        @Size(max = VideoFields.TITLE) String title,

        @Schema(description = "When it was posted, as far as is known", format = "date-time")
        String postedAt,

        @Schema(description = "A creator of the project, if it is theirs", format = "uuid")
        String creatorId,

        @Schema(description = "`direct_add` when it is left out")
        TrackingStatus trackingStatus,

        @Size(max = Rules.README) String readme,

        @Schema(description = "Any JSON object, up to 16,384 bytes")
        ObjectNode metadata) {

    List<Violation> broken(JsonNode body) {
        var rules = new Rules(body)
                .requires("url")
                .that(
                        url == null || VideoAddress.read(url).isPresent(),
                        "url",
                        "must be the address of a video on TikTok, such as https://www.tiktok.com/@someone/video/7301234567890123456")
                .that(creatorId == null || Ids.read(creatorId) != null, "creator_id", "must be a UUID");
        return fields().fitting(rules).broken();
    }

    private VideoFields fields() {
        return new VideoFields(title, postedAt, readme, metadata);
    }

    VideoAddress address() {
        return VideoAddress.read(url).orElseThrow();
    }

    UUID creator() {
        return creatorId == null ? null : Ids.read(creatorId);
    }

    VideoDetails details(JsonNode body) {
        return fields().details(body, trackingStatus);
    }
}
