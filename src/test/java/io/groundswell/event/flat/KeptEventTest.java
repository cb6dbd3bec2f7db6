package io.groundswell.event.flat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.event.Visitor;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptEventTest {
    /** As it is when sessions are counted again: see recount-sessions.sql. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"path\":\"/a\",\"url\":\"https://example.com/b\"} | /a",
                "{\"path\":\"\",\"url\":\"https://example.com/b\"} | https://example.com/b",
                "{\"path\":5,\"url\":\"https://example.com/b\"} | https://example.com/b",
                "{\"path\":null,\"url\":\"https://example.com/b\"} | https://example.com/b",
                "{\"path\":5,\"url\":true} | ",
                "{} | "
            })
    void a_page_is_the_first_of_path_and_url_that_is_a_text(String properties, String page)
            throws JsonProcessingException {
        // Given
        var told = (ObjectNode) new ObjectMapper().readTree(properties);
        var form = new EventForm(null, "page_view", null, told, null, null, null);
        // When
        var event = new KeptEvent(form).read(new Visitor(null, null, null, null), Instant.EPOCH);
        // Then
        assertThat(event.page()).isEqualTo(page);
    }
}
