package io.groundswell.wire.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import org.junit.jupiter.api.Test;

class QueryTest {
    private static final String BEYOND_THE_BASIC_PLANE = "\ud83c\udf0a";

    private static void read(String text) {
        var query = new Query();
        query.text("search", text);
        query.check();
    }

    @Test
    void what_is_wrong_beside_an_id_in_the_path_is_told_with_it() {
        var query = new Query();
        query.inPath("id", "7");
        query.limit("0");

        assertThatThrownBy(query::check).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(EnvelopeCode.INVALID_PARAMS);
            assertThat(refusal.violations()).extracting(Violation::param).containsExactly("id", "limit");
        });
    }

    @Test
    void a_text_is_as_long_as_it_has_characters() {
        assertThatCode(() -> read(BEYOND_THE_BASIC_PLANE.repeat(200))).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(BEYOND_THE_BASIC_PLANE.repeat(201)))
                .isInstanceOf(Refusal.class)
                .hasMessage("search must have at most 200 characters");
    }
}
