package io.groundswell.generation.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;

/**
 * Reads what strangers write as JSON: one object, no name twice, nothing behind it. The naming strategy is what the wire
 * types of LangChain4j ask for by annotation, which a native build does not see in its libraries.
 */
@RegisterForReflection(targets = PropertyNamingStrategies.SnakeCaseStrategy.class)
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Empty when the text is anything else. */
    public static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(text)
                            .map(String::strip)
                            .filter(some -> !some.isEmpty())
                            .isPresent()
                    ? Optional.of(MAPPER.readTree(text)).filter(JsonNode::isObject)
                    : Optional.empty();
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
