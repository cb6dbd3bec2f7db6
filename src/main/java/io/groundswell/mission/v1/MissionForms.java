package io.groundswell.mission.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.mission.Mission;
import io.groundswell.shared.Violation;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.JsonMerge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Reads what callers want a mission to be, and tells everything that is wrong with it at once. */
@ApplicationScoped
class MissionForms {
    private final BodyReader reader;
    private final JsonMerge merge;

    MissionForms(BodyReader reader, JsonMerge merge) {
        this.reader = reader;
        this.merge = merge;
    }

    MissionForm read(JsonNode body) {
        return reader.read(body, MissionForm.class, MissionForm::violations);
    }

    /** The mission as it is, but for the fields that the update sends. */
    MissionForm read(Mission mission, JsonNode update) {
        var changes = update.deepCopy();
        var fixed =
                changes instanceof ObjectNode object ? FixedFields.removeFrom(object, mission) : List.<Violation>of();
        return reader.read(merge.patched(MissionForm.of(mission), changes), MissionForm.class, form -> Stream.concat(
                        fixed.stream(), form.violations().stream())
                .toList());
    }
}
