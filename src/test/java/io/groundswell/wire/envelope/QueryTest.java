package io.groundswell.wire.envelope;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.shared.Refusal;
import org.junit.jupiter.api.Test;

class QueryTest {
    private static final String BEYOND_THE_BASIC_PLANE = "\ud83c\udf0a";

    private static void read(String text) {
        var query = new Query();
        query.text("search", text);
        query.check();
    }

    @Test
    void a_text_is_as_long_as_it_has_characters() {
        assertThatCode(() -> read(BEYOND_THE_BASIC_PLANE.repeat(200))).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(BEYOND_THE_BASIC_PLANE.repeat(201)))
                .isInstanceOf(Refusal.class)
                .hasMessage("search must have at most 200 characters");
    }
}
