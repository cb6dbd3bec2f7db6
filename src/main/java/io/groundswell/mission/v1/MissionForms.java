package io.groundswell.mission.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.account.Organization;
import io.groundswell.mission.Constraints;
import io.groundswell.mission.Mission;
import io.groundswell.shared.Violation;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.JsonMerge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    /**
     * The mission as it is, but for the fields that the update sends.
     *
     * @param organization that decides about approval where the mission does not
     */
    MissionForm read(Mission mission, Organization organization, JsonNode update) {
        var changes = update.deepCopy();
        var fixed = new ArrayList<Violation>();
        if (changes instanceof ObjectNode object) {
            leaveApproval(object, mission.constraints(), organization);
            fixed.addAll(FixedFields.removeFrom(object, mission));
        }
        return reader.read(merge.patched(MissionForm.of(mission), changes), MissionForm.class, form -> Stream.concat(
                        fixed.stream(), form.violations().stream())
                .toList());
    }

    /** Who sends a whole mission back sends what its organization decides about approval, and does not mean to decide it now. */
    private static void leaveApproval(ObjectNode update, Constraints constraints, Organization organization) {
        if (constraints.requireApproval() == null
                && update.has("id")
                && update.get("constraints") instanceof ObjectNode sent
                && BooleanNode.valueOf(ConstraintsResponse.requiresApproval(constraints, organization))
                        .equals(sent.get("require_approval"))) {
            sent.remove("require_approval");
        }
    }
}
