package io.groundswell.creator.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.creator.CreatorDetails;
import io.groundswell.creator.TrackingMode;
import io.groundswell.shared.Violation;
import io.groundswell.wire.envelope.Rules;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One creator to be added, or a list of them. */
@RegisterForReflection
record NewCreatorsForm(
        String tiktokHandle,
        String displayName,
        TrackingMode trackingMode,
        @Schema(format = "date") String trackingStartDate,
        String readme,

        @Schema(description = "Any JSON object, up to 16,384 bytes")
        ObjectNode metadata,

        @Size(min = 1, max = MOST)
        @Schema(description = "Takes the place of the other fields, which are those of one creator")
        List<CreatorForm> creators) {
    private static final int MOST = 50;

    boolean isList() {
        return creators != null;
    }

    private CreatorForm one() {
        return new CreatorForm(tiktokHandle, displayName, trackingMode, trackingStartDate, readme, metadata);
    }

    List<Violation> broken(JsonNode body) {
        if (!body.has("creators")) {
            return one().fittingNew(new Rules(body)).broken();
        }
        if (!isList()) {
            return new Rules(body).requires("creators").broken();
        }
        var rules = new Rules(body)
                .that(!body.has("tiktok_handle"), "tiktok_handle", "must be left out beside creators")
                .that(
                        !creators.isEmpty() && creators.size() <= MOST,
                        "creators",
                        "must have 1 to " + MOST + " elements");
        var broken = new ArrayList<>(rules.broken());
        for (var at = 0; at < Math.min(creators.size(), MOST); at++) {
            var place = "creators[" + at + "]";
            if (creators.get(at) == null) {
                broken.add(new Violation(place, place + " must be an object"));
            } else {
                var element = new Rules(body.path("creators").path(at), place + ".");
                broken.addAll(creators.get(at).fittingNew(element).broken());
            }
        }
        broken.addAll(repetitions());
        return broken;
    }

    /** Which of two descriptions of one creator is meant is not ours to guess. */
    private List<Violation> repetitions() {
        var first = new HashMap<String, Integer>();
        var repetitions = new ArrayList<Violation>();
        for (var at = 0; at < Math.min(creators.size(), MOST); at++) {
            var form = creators.get(at);
            var key = form == null || form.tiktokHandle() == null
                    ? null
                    : form.plainHandle().toLowerCase(Locale.ROOT);
            var earlier = key == null ? null : first.putIfAbsent(key, at);
            if (earlier != null) {
                var path = "creators[" + at + "].tiktok_handle";
                repetitions.add(new Violation(path, path + " is that of creators[" + earlier + "], too"));
            }
        }
        return repetitions;
    }

    List<CreatorDetails> details(JsonNode body) {
        if (!isList()) {
            return List.of(one().details(body));
        }
        var details = new ArrayList<CreatorDetails>();
        for (var at = 0; at < creators.size(); at++) {
            details.add(creators.get(at).details(body.path("creators").path(at)));
        }
        return details;
    }
}
