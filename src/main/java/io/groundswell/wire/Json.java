package io.groundswell.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** One reading of JSON for everyone: snake case, lower-case enums, and no silent change of a value's type. */
@Singleton
public class Json implements ObjectMapperCustomizer {
    private static final PropertyNamingStrategies.NamingBase WIRE_NAMES =
            (PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.SNAKE_CASE;

    /** Deepest nesting of arrays and objects in a body; fixed, because the mapper is made before there is configuration. */
    private static final int MAX_DEPTH = 32;

    /** More than any number takes that is stored: what we answer can be sent back. */
    private static final int MAX_NUMBER = 800;

    public static String wireName(String javaPath) {
        return WIRE_NAMES.translate(javaPath);
    }

    @Override
    @SuppressWarnings("deprecation") // The builder that replaces MapperFeature switches cannot change a given mapper.
    public void customize(ObjectMapper mapper) {
        limit(mapper.getFactory());
        mapper.setPropertyNamingStrategy(WIRE_NAMES);
        // Which of two values was meant is not ours to guess.
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        // Numbers of which nobody says how large or exact they are stay as they were written.
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);
        mapper.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(
                DeserializationFeature.READ_ENUMS_USING_TO_STRING,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        // Else a text of blanks, or of a NUL, would still be no number rather than a wrong one.
        mapper.coercionConfigDefaults().setAcceptBlankAsEmpty(false);
        mapper.registerModule(
                WholeNumber.addTo(new SimpleModule("values").addDeserializer(String.class, new TextDeserializer())));
    }

    private void limit(JsonFactory factory) {
        factory.setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER)
                .maxNameLength(1_000)
                .build());
    }
}
