package io.groundswell.event.flat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.event.Visitor;
import io.groundswell.wire.Json;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptEventTest {
    private final ObjectMapper json = new ObjectMapper();

    KeptEventTest() {
        new Json().customize(json);
    }

    /** As it is when sessions are counted again: see recount-sessions.sql. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"path\":\"/a\",\"url\":\"https://example.com/b\"} | /a",
                "{\"path\":\"\",\"url\":\"https://example.com/b\"} | https://example.com/b",
                "{\"path\":5,\"url\":\"https://example.com/b\"} | 5",
                "{\"path\":1e2} | 100",
                "{\"path\":null,\"url\":\"https://example.com/b\"} | https://example.com/b",
                "{\"path\":[5],\"url\":true} | true",
                "{\"path\":{},\"url\":[]} | ",
                "{} | "
            })
    void a_page_is_the_first_of_path_and_url_that_is_a_text_a_number_or_a_boolean(String properties, String page)
            throws JsonProcessingException {
        // Given
        var told = (ObjectNode) json.readTree(properties);
        var form = new EventForm(null, "page_view", null, told, null, null, null);
        // When
        var event = new KeptEvent(form).read(new Visitor(null, null, null, null), Instant.EPOCH);
        // Then
        assertThat(event.page()).isEqualTo(page);
    }
}
