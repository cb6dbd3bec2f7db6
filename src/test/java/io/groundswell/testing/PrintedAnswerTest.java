package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same in print and on the wire. */
class PrintedAnswerTest {
    private static final String MISSION = "msn_4Xu9s5GV59wUT53J";
    private static final String OTHER = "msn_Zp7sVd1XcG5nUj3A";

    private final Ids ids = new Ids();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"b":[1,2]}                   | {"b":[1,2.0],"a":1}
            {"a":1,…}                           | {"a":1,"b":2}
            {…,"b":2,…}                         | {"a":1,"b":2,"c":3}
            {"a":…}                             | {"a":{"b":1}}
            {"a":[1,…]}                         | {"a":[1,2,3]}
            {"a":[…,3]}                         | {"a":[1,2,3]}
            {"a":[1,…,3]}                       | {"a":[1,3]}
            {"a":"Hello …"}                     | {"a":"Hello you"}
            {"at":"2026-11-21T07:31:38Z"}       | {"at":"2030-01-02T03:04:05Z"}
            {"at":"2026-11-21T09:00:00+01:00"}  | {"at":"2030-06-02T03:04:05-05:00"}
            {"day":"2026-02-03"}                | {"day":"2026-02-03"}
            {"duration_ms":367}                 | {"duration_ms":5}
            {"token":"aat_3f9c…"}               | {"token":"aat_0123456789abcdef"}
            {"id":"5b1e…"}                      | {"id":"1f0c2a54-7d3e-3b8a-9c61-e2f4a7b90d35"}
            {"url":"http://localhost:8080/x"}   | {"url":"http://localhost:4711/x"}
            {"b":1}                             | {"a":1} {"b":1}
            {"error":{"code":"gone"}}           | {"error":{"code":"gone"}}""")
    void what_may_differ_agrees(String printed, String answered) {
        assertThat(differences(printed, answered)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1}                             | {"a":2}
            {"a":1}                             | {"a":"1"}
            {"a":1}                             | {"a":1,"b":2}
            {"a":1,…}                           | {"b":2}
            {"a":[1,…]}                         | {"a":[2,1]}
            {"a":[…,3]}                         | {"a":[3,4]}
            {"a":[1,…,3]}                       | {"a":[1]}
            {"a":[1]}                           | {"a":[1,2]}
            {"a":"Hello …"}                     | {"a":"Goodbye"}
            {"at":"2026-11-21T07:31:38Z"}       | {"at":"2030-01-02"}
            {"day":"2026-02-03"}                | {"day":"2026-02-04"}
            {"count":367}                       | {"count":5}
            {"id":"msn_4Xu9s5GV59wUT53J"}       | {"id":"cnt_4Xu9s5GV59wUT53J"}
            {"token":"aat_3f9c…"}               | {"token":"aak_0123456789abcdef"}
            {"id":"5b1e…"}                      | {"id":"5b1e"}
            {"b":1}                             | {"error":"NOT_FOUND"} {"b":1}
            {"a":1} {"b":1}                     | {"b":1}
            {"a":null}                          | {"a":0}""")
    void what_must_not_differ_does_not_agree(String printed, String answered) {
        assertThat(differences(printed, answered)).isNotEmpty();
    }

    @Test
    void an_id_stands_for_one_thing() {
        assertThat(differences("{\"id\":\"%s\"}".formatted(MISSION), "{\"id\":\"%s\"}".formatted(OTHER)))
                .isEmpty();

        assertThat(ids.fill("curl localhost/v1/missions/" + MISSION)).isEqualTo("curl localhost/v1/missions/" + OTHER);
        assertThat(differences("{\"id\":\"%s\"}".formatted(MISSION), "{\"id\":\"%s\"}".formatted(MISSION)))
                .isNotEmpty();
        assertThat(differences("{\"id\":\"%s\"}".formatted(OTHER), "{\"id\":\"%s\"}".formatted(OTHER)))
                .as("another id in print is another thing")
                .isNotEmpty();
    }

    @Test
    void what_is_not_printed_must_not_fail() {
        assertThat(differences(null, "{\"data\":{},\"error\":null}\n")).isEmpty();
        assertThat(differences(null, "{\"data\":null,\"error\":\"No such thing\"}\n"))
                .isNotEmpty();
        assertThatThrownBy(() -> differences(null, "curl: not found")).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_answer_stands_directly_below_its_commands() {
        var asked = List.of("```sh", "curl -s localhost:8080", "```", "```json", "{}", "```");
        assertThat(Guide.of(Path.of("guide.md"), asked).steps())
                .containsExactly(new Guide.Step(1, "curl -s localhost:8080", "{}"));

        var apart = List.of("```sh", "curl -s localhost:8080", "```", "It answers:", "```json", "{}", "```");
        assertThatThrownBy(() -> Guide.of(Path.of("guide.md"), apart)).hasMessageContaining("guide.md:5");
    }

    private List<String> differences(String printed, String answered) {
        return PrintedAnswer.differences(printed, answered, new PrintedText("localhost:4711", "from=2026-02-01"), ids);
    }
}
