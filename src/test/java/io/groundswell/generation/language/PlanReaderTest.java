package io.groundswell.generation.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.generation.Brand;
import io.groundswell.generation.PlanBrief;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {
    private static final String RIGHT = """
            {"pillars": [{"name": "One", "weight": 3, "topics": ["a", "b", "c"]},
                         {"name": "Two", "weight": 1, "topics": ["d", "e", "f"]}],
             "formats": [{"platform": "twitter", "type": "post", "share": 2},
                         {"platform": "twitter", "type": "thread", "share": 2}]}""";

    private final PlanReader reader = new PlanReader(new PlanBrief(
            "ref",
            "msn_1",
            "Spring",
            null,
            List.of("Be known"),
            Brand.neutral("Acme"),
            null,
            List.of(Platform.TWITTER),
            Set.of(ContentType.POST, ContentType.THREAD),
            List.of("pricing"),
            1,
            List.of()));

    @Test
    void shares_are_brought_to_a_sum_of_one() {
        // When
        var plan = reader.read(RIGHT).value();
        // Then
        assertThat(plan.pillars().get(0).weight()).isCloseTo(0.75, within(1e-9));
        assertThat(plan.formats().get(Platform.TWITTER)).containsEntry(ContentType.THREAD, 0.5);
    }

    @Test
    void json_shown_as_code_is_json_still() {
        assertThat(reader.read("```json\n" + RIGHT + "\n```").isRight()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\", \"b\", \"c\"] | \"a\"]                 | pillars[0].topics must be a list of 3 to 12 entries",
                "\"One\"              | \"two\"                | two pillars have the same name",
                "\"weight\": 3        | \"weight\": -3         | weight must be above 0",
                "\"weight\": 3        | \"weight\": \"3\"      | pillars[0].weight must be a number",
                "\"weight\": 3        | \"weight\": 3, \"x\": 1 | the field pillars[0].x is not part of the form",
                "\"a\"                | \"Our pricing\"        | a pillar or topic touches an excluded topic: pricing",
                "\"thread\"           | \"poll\"               | formats has a type for twitter that is not among its allowed ones",
                "twitter              | linkedin               | formats names a platform that was not asked for",
                "\"name\": \"One\"    | \"name\": null         | pillars[0].name must be a text",
                "\"name\": \"One\"    | \"name\": \"\u200B\"     | pillars[0].name must not be empty",
            })
    void what_breaks_the_form_is_named(String part, String other, String fault) {
        assertThat(reader.read(RIGHT.replace(part, other)).faults()).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "null", "[]", "Sure!", "{} {}", "{\"a\": 1, \"a\": 2}", "{"})
    void what_is_not_one_object_is_refused(String answer) {
        assertThat(reader.read(answer == null ? "" : answer).faults())
                .containsExactly("the answer is not one JSON object");
    }
}
