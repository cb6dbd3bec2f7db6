package io.groundswell.generation.language;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.generation.remote.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Opens an answer. */
final class Answers {
    /** Small models like to show JSON as code. */
    private static final Pattern FENCED = Pattern.compile("^```(?:json)?\\s*(.*?)\\s*```$", Pattern.DOTALL);

    private Answers() {}

    static <T> Reading<T> read(String answer, Function<Fields, T> reader) {
        Optional<JsonNode> object = Json.read(FENCED.matcher(answer.strip()).replaceFirst("$1"));
        if (object.isEmpty()) {
            return Reading.wrong(List.of("the answer is not one JSON object"));
        }
        var fields = new Fields(object.get());
        var value = reader.apply(fields);
        return fields.faults().isEmpty() ? Reading.of(value) : Reading.wrong(fields.faults());
    }
}
