package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Violation;
import io.groundswell.wire.StorableJson;
import java.util.List;

/** What properties may hold: any JSON that can be stored and given back as it came. */
final class PropertyRules {
    private PropertyRules() {}

    static List<Violation> violations(JsonNode properties) {
        return StorableJson.is(properties)
                ? List.of()
                : List.of(new Violation("properties", "properties " + StorableJson.RULE));
    }
}
