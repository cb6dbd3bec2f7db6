package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.groundswell.shared.Mode;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SqlTest {
    @Inject
    AgroalDataSource database;

    private String answer(String sql, Map<String, ?> parameters) {
        return Sql.text(sql)
                .first(database, parameters, row -> row.getString(1))
                .orElseThrow();
    }

    @Test
    void only_names_outside_of_texts_and_comments_are_parameters() {
        assertThat(answer("""
                select :a || ':b' || 'it''s :c' || cast(1::int as text) || "x:d" -- :e isn't one
                from (select '!' as "x:d") one /* nor :f, nor ' */""", Map.of("a", "<"))).isEqualTo("<:bit's :c1!");
    }

    @Test
    void a_text_may_be_long() {
        assertThat(answer("select length('" + "it''s ".repeat(50_000) + "')", Map.of()))
                .isEqualTo("250000");
    }

    @Test
    void a_name_may_be_used_twice_and_beside_a_cast() {
        assertThat(answer("select :n::int + :n::int", Map.of("n", 21))).isEqualTo("42");
    }

    @Test
    void the_question_mark_is_an_operator() {
        assertThat(answer("select '{\"a\": 1}'::jsonb ? :key", Map.of("key", "a")))
                .isEqualTo("t");
    }

    @Test
    void lists_are_arrays_of_text_and_enums_go_by_their_java_name() {
        assertThat(answer("select array_to_string(:texts, '|')", Map.of("texts", List.of("a,b", "c\"d", "{}"))))
                .isEqualTo("a,b|c\"d|{}");
        assertThat(answer(
                        "select :mode || array_to_string(:modes, '|')",
                        Map.of("mode", Mode.LIVE, "modes", Arrays.asList(Mode.values()))))
                .isEqualTo("LIVELIVE|TEST");
        assertThat(answer("select cardinality(:none)", Map.of("none", List.of())))
                .isEqualTo("0");
    }

    @Test
    void null_is_a_value_where_the_statement_says_of_what_type() {
        var parameters = new HashMap<String, Object>();
        parameters.put("country", null);
        assertThat(answer("select cast(:country as text) is null or 'DE' = :country", parameters))
                .isEqualTo("t");
    }

    @Test
    void instants_and_dates_arrive_as_they_are() {
        var instant = Instant.parse("2024-03-10T06:59:59.123456Z");
        var read = Sql.text("select cast(:at as timestamptz) as at")
                .first(database, Map.of("at", instant), row -> Sql.instant(row, "at"));
        assertThat(read).contains(instant);
        assertThat(answer("select cast(:day as date)", Map.of("day", LocalDate.parse("2024-02-29"))))
                .isEqualTo("2024-02-29");
        assertThat(Sql.text("select cast(null as timestamptz) as at")
                        .list(database, Map.of(), row -> Sql.instant(row, "at") == null))
                .containsExactly(true);
    }

    @Test
    void a_parameter_without_a_value_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> answer("select :missing", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(":missing");
        assertThatThrownBy(() -> Sql.file(SqlTest.class, "no-such-file.sql"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> answer("select nothing", Map.of())).isInstanceOf(DatabaseException.class);
    }
}
