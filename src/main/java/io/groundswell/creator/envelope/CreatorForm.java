package io.groundswell.creator.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.creator.CreatorDetails;
import io.groundswell.creator.Handle;
import io.groundswell.creator.TrackingMode;
import io.groundswell.program.ProgramService.Note;
import io.groundswell.wire.envelope.Metadata;
import io.groundswell.wire.envelope.Rules;
import io.groundswell.wire.envelope.Times;
import io.groundswell.wire.openapi.NeverNull;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A creator as callers write it. */
@RegisterForReflection
record CreatorForm(
        @NeverNull @Schema(description = "1 to 30 letters, digits, `.`, `_` or `-`; an @ before it is left out")
        String tiktokHandle,

        @Size(max = NAME) String displayName,

        @NeverNull
        @Schema(
                description =
                        "Whether videos that are found are tracked, or wait to be reviewed; `auto` when it is left out")
        TrackingMode trackingMode,

        @NeverNull
        @Schema(description = "From when on videos are looked for; today when it is left out", format = "date")
        String trackingStartDate,

        @Size(max = Rules.README) String readme,

        @Schema(description = "Any JSON object, up to 16,384 bytes")
        ObjectNode metadata) {
    private static final List<String> FIELDS =
            List.of("tiktok_handle", "display_name", "tracking_mode", "tracking_start_date", "readme", "metadata");
    private static final int NAME = 200;

    Rules fittingNew(Rules rules) {
        return fitting(rules.requires("tiktok_handle")
                .that(
                        tiktokHandle == null || Handle.fits(Handle.plain(tiktokHandle)),
                        "tiktok_handle",
                        "must be 1 to %d letters, digits, '.', '_' or '-'".formatted(Handle.LONGEST)));
    }

    /** What a handle must be is for the core to say here: the contract has words of its own for that. */
    Rules fittingChange(Rules rules) {
        return fitting(rules.changesOneOf(FIELDS)
                .refusesNull("tiktok_handle")
                .refusesNull("tracking_mode")
                .refusesNull("tracking_start_date"));
    }

    private Rules fitting(Rules rules) {
        return Metadata.check(
                rules.text("display_name", displayName, NAME)
                        .that(
                                trackingStartDate == null || Times.date(trackingStartDate) != null,
                                "tracking_start_date",
                                Times.A_DATE)
                        .readme(readme),
                metadata);
    }

    String plainHandle() {
        return tiktokHandle == null ? null : Handle.plain(tiktokHandle);
    }

    CreatorDetails details(JsonNode body) {
        return new CreatorDetails(
                plainHandle(),
                body.has("display_name") ? new Note(displayName) : null,
                trackingMode,
                Times.date(trackingStartDate),
                body.has("readme") ? new Note(readme) : null,
                body.has("metadata") ? Metadata.text(metadata) : null);
    }
}
