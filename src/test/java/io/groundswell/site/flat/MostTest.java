package io.groundswell.site.flat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MostTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvSource({
        "50, 50",
        "50.0, 50",
        "5e1, 50",
        "'\"50\"', 50",
        "1e999999999, 100",
        "-1e99, 1",
        "0, 1",
        "7.5, 20",
        "'\"7.5\"', 20",
        "true, 20",
        "[], 20",
        "null, 20",
        "1e-999999999, 20"
    })
    void a_number_is_the_same_however_it_is_written(String asked, int most) throws JsonProcessingException {
        assertThat(Most.read(JSON.readTree(asked), 1, 20, 100)).isEqualTo(most);
    }
}
