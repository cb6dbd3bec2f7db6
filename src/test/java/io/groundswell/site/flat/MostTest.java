package io.groundswell.site.flat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MostTest {
    private final ObjectMapper json = new ObjectMapper();

    MostTest() {
        new Json().customize(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                "7.0 | 7",
                "1e2 | 100",
                "1e300 | 1000",
                "-1e300 | 1",
                "1e999999999 | 1000",
                "\"7\" | 7",
                "7.5 | 20",
                "true | 20",
                "null | 20",
                "[] | 20"
            })
    void a_body_says_it_in_whichever_notation(String body, int most) throws JsonProcessingException {
        assertThat(Most.read(json.readTree(body), 1, 20, 1_000)).isEqualTo(most);
    }

    @Test
    void what_is_not_said_is_the_default() {
        assertThat(Most.read((JsonNode) null, 1, 20, 1_000)).isEqualTo(20);
    }
}
