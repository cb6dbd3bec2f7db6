package io.groundswell.wire.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.database.Edge;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void a_place_comes_back_to_the_microsecond() {
        var edge = new Edge(Instant.parse("2026-11-26T16:50:00.123456Z"), UUID.randomUUID());

        assertThat(Cursor.read(Cursor.write(edge))).isEqualTo(edge);
    }

    @Test
    void every_shorter_or_longer_text_is_none() {
        var cursor = Cursor.write(new Edge(Instant.EPOCH, new UUID(0, 0)));

        for (var length = 0; length < cursor.length(); length++) {
            assertThat(Cursor.read(cursor.substring(0, length))).isNull();
        }
        assertThat(Cursor.read(cursor + "AAAA")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/", "ünï", "gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_none_of_ours_is_none(String text) {
        assertThat(Cursor.read(text)).isNull();
    }
}
