package io.groundswell.publishing.direct;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldTest {
    private static Optional<Long> count(String post) throws JsonProcessingException {
        return Told.count(new ObjectMapper().readTree(post), "likeCount");
    }

    @Test
    void a_count_is_a_whole_number() throws JsonProcessingException {
        assertThat(count("{\"likeCount\":0}")).contains(0L);
        assertThat(count("{\"likeCount\":5000000000}")).contains(5_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"likeCount\":null}",
                "{\"likeCount\":\"5\"}",
                "{\"likeCount\":-1}",
                "{\"likeCount\":1.5}",
                "{\"likeCount\":92233720368547758080}",
                "[]"
            })
    void all_else_tells_nothing(String post) throws JsonProcessingException {
        assertThat(count(post)).isEmpty();
    }
}
