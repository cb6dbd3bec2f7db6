package io.groundswell.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableJsonTest {
    private final ObjectMapper json = new ObjectMapper();

    StorableJsonTest() {
        new Json().customize(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0e-20000", "0e20000", "1e-323", "-1.5e308", "12345678901234567.890123456789", "12.50"})
    void numbers_that_a_double_comes_near_are_stored_and_can_be_sent_back(String number) throws Exception {
        var sent = listOf(number);

        var sentBack = json.readTree(StorableJson.text(sent));

        assertThat(StorableJson.is(sent)).isTrue();
        assertThat(StorableJson.is(sentBack)).isTrue();
        assertThat(sentBack.get(0).decimalValue()).isEqualByComparingTo(new BigDecimal(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-324", "-1e-16383", "1e-20000", "1e309", "-1e20000", "1.000000000000000000000001e-381"})
    void others_are_not(String number) throws Exception {
        assertThat(StorableJson.is(listOf(number))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e308", "1e-323", "12345678901234567.890123456789", "12.50", "0.001", "-2.5e10"})
    void digits_are_counted_as_they_are_written(String number) throws Exception {
        var sent = listOf(number);

        assertThat(StorableJson.digits(sent)).isCloseTo(StorableJson.text(sent).length() - 2L, within(3L));
    }

    private JsonNode listOf(String number) throws JsonProcessingException {
        return json.readTree("[" + number + "]");
    }
}
