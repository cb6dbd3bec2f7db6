package io.groundswell.event.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class EventFormTest {
    private static final List<String> MEMBERS =
            List.of("token", "event", "event_id", "properties", "user_id", "session_id", "timestamp", "other");
    private static final List<String> VALUES = List.of(
            "\"text\"",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"12\"",
            "1700000000000",
            "-1",
            "12.0",
            "12.5",
            "1.7e12",
            "1e-20000",
            "1e20000",
            "99999999999999999999",
            "true",
            "null",
            "[]",
            "{}",
            "{\"a\":{\"b\":[1,\"\\u0000\"]}}");

    @Inject
    ObjectMapper json;

    @Test
    void whatIsReadShortlyIsWhatTheGeneralReaderReads() throws Exception {
        // Given a thousand bodies with members of any type
        var random = new Random(7);
        var shortly = 0;
        for (var round = 0; round < 1_000; round++) {
            var body = anyBody(random);

            // When they are read shortly
            var plain = EventForm.plain(body);

            // Then the general reader, which judges what that leaves alone, says the same
            if (plain.isPresent()) {
                shortly++;
                assertThat(plain.get()).isEqualTo(json.treeToValue(body, EventForm.class));
            }
        }
        assertThat(shortly).isBetween(50, 900);
    }

    @Test
    void whatIsNoObjectIsNotReadShortly() throws Exception {
        for (var body : List.of("[]", "null", "\"text\"", "[{\"token\":\"t\"}]")) {
            assertThat(EventForm.plain(json.readTree(body))).as(body).isEmpty();
        }
    }

    @Test
    void partsOfAMillisecondAreLeftOffAndNoNumberIsTooLarge() throws Exception {
        var told = Map.of(
                "1700000000000.0", Instant.ofEpochMilli(1_700_000_000_000L),
                "1.7000000000019e12", Instant.ofEpochMilli(1_700_000_000_001L),
                "-0.5", Instant.EPOCH,
                "1e-20000", Instant.EPOCH,
                "1e20000", Instant.ofEpochMilli(Long.MAX_VALUE),
                "-9223372036854775809", Instant.ofEpochMilli(Long.MIN_VALUE));
        for (var one : told.entrySet()) {
            var form = json.readValue("{\"timestamp\":" + one.getKey() + "}", EventForm.class);

            assertThat(form.at()).as(one.getKey()).isEqualTo(one.getValue());
        }
    }

    @Test
    void whatIsNoNumberIsNoTime() {
        for (var told : List.of("\"1700000000000\"", "true", "{}")) {
            assertThat(catchThrowable(() -> json.readValue("{\"timestamp\":" + told + "}", EventForm.class)))
                    .as(told)
                    .isInstanceOf(JsonMappingException.class);
        }
    }

    private JsonNode anyBody(Random random) throws Exception {
        var body = (ObjectNode)
                json.readTree("{\"token\":\"t\",\"event\":\"e\",\"properties\":{\"path\":\"/\"},\"timestamp\":5}");
        for (var change = random.nextInt(4); change > 0; change--) {
            body.set(
                    MEMBERS.get(random.nextInt(MEMBERS.size())),
                    json.readTree(VALUES.get(random.nextInt(VALUES.size()))));
        }
        return body;
    }
}
