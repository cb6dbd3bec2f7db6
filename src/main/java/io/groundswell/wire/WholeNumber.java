package io.groundswell.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** Takes whole numbers in whichever notation, as JSON Schema has them: 7.0 and 7e0 are 7, and some clients know no other numbers. */
final class WholeNumber<N extends Number> extends JsonDeserializer<N> {
    private final JsonDeserializer<?> plain;
    private final Function<BigDecimal, N> exact;

    private WholeNumber(Class<N> type, Function<BigDecimal, N> exact) {
        this.plain = NumberDeserializers.find(type, type.getName());
        this.exact = exact;
    }

    static SimpleModule addTo(SimpleModule module) {
        add(module, Integer.class, BigDecimal::intValueExact);
        add(module, Integer.TYPE, BigDecimal::intValueExact);
        add(module, Long.class, BigDecimal::longValueExact);
        add(module, Long.TYPE, BigDecimal::longValueExact);
        return module;
    }

    private static <N extends Number> void add(SimpleModule module, Class<N> type, Function<BigDecimal, N> exact) {
        module.addDeserializer(type, new WholeNumber<>(type, exact));
    }

    @Override
    @SuppressWarnings("unchecked")
    public N deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            try {
                return exact.apply(parser.getDecimalValue());
            } catch (ArithmeticException noneOfThem) {
                // Refused below, as other numbers are that do not fit.
            }
        }
        return (N) plain.deserialize(parser, context);
    }

    @Override
    @SuppressWarnings("unchecked")
    public N getNullValue(DeserializationContext context) throws JsonMappingException {
        return (N) plain.getNullValue(context);
    }
}
