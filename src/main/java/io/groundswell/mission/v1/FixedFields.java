package io.groundswell.mission.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.mission.Mission;
import io.groundswell.shared.Violation;
import io.groundswell.wire.v1.V1;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** What an update cannot change. Sending it along as it is does no harm, for many clients send back all they got. */
final class FixedFields {
    private static final Map<String, BiPredicate<JsonNode, Mission>> FIXED = fixed();

    private FixedFields() {}

    private static Map<String, BiPredicate<JsonNode, Mission>> fixed() {
        var fields = new LinkedHashMap<String, BiPredicate<JsonNode, Mission>>();
        fields.put("id", (sent, mission) -> isText(sent, mission.id()));
        fields.put("status", (sent, mission) -> isText(sent, mission.status().toString()));
        fields.put("platforms", FixedFields::arePlatforms);
        fields.put("starts_at", (sent, mission) -> isTime(sent, mission.startsAt()));
        fields.put("ends_at", (sent, mission) -> isTime(sent, mission.endsAt()));
        fields.put("pipeline_job_id", (sent, mission) -> isText(sent, mission.pipelineJobId()));
        fields.put("created_at", (sent, mission) -> isTime(sent, mission.createdAt()));
        fields.put("updated_at", (sent, mission) -> isTime(sent, mission.updatedAt()));
        return fields;
    }

    /** Takes the fixed fields out of the update and says which of them would have changed something. */
    static List<Violation> removeFrom(ObjectNode update, Mission mission) {
        var violations = new ArrayList<Violation>();
        FIXED.forEach((field, isSame) -> {
            var sent = update.remove(field);
            if (sent != null && !isSame.test(sent, mission)) {
                violations.add(new Violation(field, field + " cannot be changed"));
            }
        });
        return violations;
    }

    private static boolean isText(JsonNode sent, String current) {
        return current == null
                ? sent.isNull()
                : sent.isTextual() && sent.textValue().equals(current);
    }

    private static boolean arePlatforms(JsonNode sent, Mission mission) {
        var names = new ArrayList<String>();
        sent.forEach(name -> names.add(name.textValue()));
        return sent.isArray()
                && names.equals(
                        mission.platforms().stream().map(Object::toString).toList());
    }

    /** Clients differ in how they write the same instant. */
    private static boolean isTime(JsonNode sent, Instant current) {
        if (current == null || !sent.isTextual()) {
            return current == null && sent.isNull();
        }
        try {
            return V1.time(current)
                    .equals(V1.time(OffsetDateTime.parse(sent.textValue()).toInstant()));
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
