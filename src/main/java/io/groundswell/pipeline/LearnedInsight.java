package io.groundswell.pipeline;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the end of a cycle found, and what the next one makes of it.
 *
 * @param actionTaken null for nothing
 */
@RegisterForReflection
public record LearnedInsight(String type, String finding, double confidence, String actionTaken) {

    /** As the record of the stage shows it. */
    Map<String, Object> output() {
        var output = new LinkedHashMap<String, Object>();
        output.put("type", type);
        output.put("insight", finding);
        output.put("finding", finding);
        output.put("confidence", confidence);
        output.put("action_taken", actionTaken);
        return output;
    }
}
