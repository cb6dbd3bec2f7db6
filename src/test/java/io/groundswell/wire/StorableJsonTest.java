package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableJsonTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(strings = {"0", "0e-20000", "0e20000", "1e-323", "-1.5e308", "12345678901234567.890123456789"})
    void numbers_that_a_double_comes_near_can_be_stored(String number) {
        assertThat(StorableJson.is(JSON.numberNode(new BigDecimal(number)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-324", "-1e-16383", "1e-20000", "1e309", "-1e20000"})
    void others_cannot(String number) {
        assertThat(StorableJson.is(JSON.arrayNode().add(new BigDecimal(number))))
                .isFalse();
    }
}
