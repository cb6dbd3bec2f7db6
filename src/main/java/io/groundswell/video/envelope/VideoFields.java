package io.groundswell.video.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.program.ProgramService.Note;
import io.groundswell.video.TrackingStatus;
import io.groundswell.video.VideoDetails;
import io.groundswell.wire.envelope.Metadata;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;

/** What may be told of a video when it is added, and later on. */
record VideoFields(String title, String postedAt, String readme, ObjectNode metadata) {
    static final int TITLE = 500;

    Rules fitting(Rules rules) {
        return Metadata.check(
                rules.text("title", title, TITLE)
                        .that(postedAt == null || Times.time(postedAt) != null, "posted_at", Times.A_TIME)
                        .readme(readme),
                metadata);
    }

    VideoDetails details(JsonNode body, TrackingStatus status) {
        return new VideoDetails(
                body.has("title") ? new Note(title) : null,
                body.has("posted_at") ? new VideoDetails.Posted(Times.time(postedAt)) : null,
                body.has("readme") ? new Note(readme) : null,
                body.has("metadata") ? Metadata.text(metadata) : null,
                status);
    }
}
