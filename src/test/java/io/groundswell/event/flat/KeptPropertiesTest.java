package io.groundswell.event.flat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.event.EventRules;
import io.groundswell.event.HotProperty;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeptPropertiesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property
    void anyPropertiesAreAsLongAsTheirJsonInBytes(@ForAll("anyProperties") ObjectNode properties) {
        assertThat(KeptProperties.of(properties).bytes())
                .isEqualTo(properties.toString().getBytes(StandardCharsets.UTF_8).length);
    }

    @Property
    void everyPropertyIsKeptOnce(@ForAll("anyProperties") ObjectNode properties) throws Exception {
        var kept = KeptProperties.of(properties);

        var rest = kept.rest() == null ? JSON.objectNode() : (ObjectNode) new ObjectMapper().readTree(kept.rest());
        kept.hot().keySet().forEach(property -> assertThat(rest.has(property.toString()))
                .isFalse());
        kept.hot().forEach((property, value) -> rest.put(property.toString(), value));
        assertThat(texts(rest)).isEqualTo(texts(properties));
    }

    private static Map<String, String> texts(ObjectNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, member -> member.getValue()
                .asText()));
    }

    @Example
    void onlyATextHasAColumn() {
        var properties = JSON.objectNode().put("path", 7).put("browser", "Firefox");

        var kept = KeptProperties.of(properties);

        assertThat(kept.hot()).containsExactly(Map.entry(HotProperty.BROWSER, "Firefox"));
        assertThat(kept.rest()).isEqualTo("{\"path\":7}");
    }

    @Example
    void halfOfASurrogatePairHasNoColumn() {
        var kept = KeptProperties.of(JSON.objectNode().put("path", "/\ud800"));

        assertThat(kept.hot()).isEmpty();
        assertThat(kept.rest()).isNull();
    }

    @Example
    void numbersAreAsLongAsTheyAreGivenBack() {
        var kept = KeptProperties.of(JSON.objectNode().put("tiny", new BigDecimal("1e-300")));

        assertThat(kept.rest()).isEqualTo("{\"tiny\":0." + "0".repeat(299) + "1}");
        assertThat(kept.bytes()).isEqualTo(kept.rest().length());
    }

    @Example
    void whatTakesTooMuchIsMeasuredWithoutBeingWrittenOut() {
        var numbers = JSON.arrayNode();
        for (var number = 0; number < 170_000; number++) {
            numbers.add(new BigDecimal("1e308"));
        }

        var kept = KeptProperties.of((ObjectNode) JSON.objectNode().set("many", numbers));

        assertThat(kept.rest()).isNull();
        assertThat(kept.bytes()).isGreaterThan(EventRules.MOST_PROPERTY_BYTES);
    }

    @Example
    void whatCannotBeStoredIsNotWrittenOut() {
        var kept = KeptProperties.of(JSON.objectNode().put("tiny", new BigDecimal("1e-20000")));

        assertThat(kept.rest()).isNull();
    }

    @Example
    void whatWasNotToldIsNotKept() {
        assertThat(KeptProperties.of(null)).isEqualTo(new KeptProperties(Map.of(), null, 0, true));
    }

    @Provide
    Arbitrary<ObjectNode> anyProperties() {
        var texts = Arbitraries.strings()
                .withChars('a', '/', '"', '\\', '\n', '\u0001', '\u00e9', '\u6f22')
                .ofMaxLength(12)
                .flatMap(text -> Arbitraries.of(text, text + "\ud83d\ude00"));
        var keys =
                Arbitraries.oneOf(List.of(Arbitraries.of(HotProperty.values()).map(HotProperty::toString), texts));
        Arbitrary<JsonNode> words = texts.map(JSON::textNode);
        Arbitrary<JsonNode> numbers = Arbitraries.integers().map(JSON::numberNode);
        Arbitrary<JsonNode> others = Arbitraries.of(List.of(
                JSON.nullNode(),
                JSON.booleanNode(true),
                JSON.arrayNode().add("x").add(1),
                JSON.objectNode()));
        var values = Arbitraries.oneOf(List.of(words, numbers, others));
        return Arbitraries.maps(keys, values).ofMaxSize(8).map(members -> {
            var properties = JSON.objectNode();
            members.forEach(properties::set);
            return properties;
        });
    }
}
