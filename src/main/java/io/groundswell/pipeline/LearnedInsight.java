package io.groundswell.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the end of a cycle found, and what the next one makes of it.
 *
 * @param actionTaken null for nothing
 */
public record LearnedInsight(String type, String finding, double confidence, String actionTaken) {

    /** In words that are stored as JSON. */
    Map<String, Object> output() {
        var output = new LinkedHashMap<String, Object>();
        output.put("type", type);
        output.put("insight", finding);
        output.put("finding", finding);
        output.put("confidence", confidence);
        output.put("action_taken", actionTaken);
        return output;
    }

    static LearnedInsight of(Map<?, ?> output) {
        return new LearnedInsight(
                (String) output.get("type"),
                (String) output.get("finding"),
                ((Number) output.get("confidence")).doubleValue(),
                (String) output.get("action_taken"));
    }
}
