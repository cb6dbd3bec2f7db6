package io.groundswell.series.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.series.EntityType;
import io.groundswell.series.Granularity;
import io.groundswell.series.Metric;
import io.groundswell.series.Question;
import io.groundswell.series.Reading;
import io.groundswell.series.Span;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionReaderTest {
    private static final String ID = "3f0c2a54-7d3e-4b8a-9c61-e2f4a7b90d35";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Already the next day in Paris. */
    private static final Instant NOW = Instant.parse("2026-04-20T22:30:00Z");

    private static AnalyticsQuery query(Map<String, String> values) {
        return new AnalyticsQuery(
                values.get("entity"),
                values.get("entity_id"),
                values.get("entity_ids"),
                values.get("metric"),
                values.get("mode"),
                values.get("granularity"),
                values.get("bucket_days"),
                values.get("from"),
                values.get("to"),
                values.get("tz"),
                values.get("compare"),
                values.get("breakdown"),
                values.get("top_n"),
                values.get("formula"),
                values.get("base_metric"),
                values.get("format"),
                values.get("hide_auto"));
    }

    /** A creator's views, unless the parameters, {@code a=b&c=d}, say otherwise. */
    private static AnalyticsQuery query(String parameters) {
        var values = new HashMap<>(Map.of("entity", "creator", "entity_id", ID, "metric", "views"));
        for (var pair : parameters.isEmpty() ? new String[0] : parameters.split("&")) {
            var sides = pair.split("=", 2);
            if (sides[1].equals("-")) {
                values.remove(sides[0]);
            } else {
                values.put(sides[0], sides[1].replace("ID", ID));
            }
        }
        return query(values);
    }

    private static Question read(String parameters) {
        return QuestionReader.read(query(parameters), PARIS, NOW);
    }

    private static List<Violation> violations(String parameters) {
        var thrown = catchThrowableOfType(Refusal.class, () -> read(parameters));
        assertThat(thrown).as(parameters).isNotNull();
        assertThat(thrown.code()).hasToString("INVALID_PARAMS");
        return thrown.violations();
    }

    @Test
    void what_is_left_out_is_filled_in() {
        assertThat(read(""))
                .isEqualTo(new Question(
                        EntityType.CREATOR,
                        List.of(UUID.fromString(ID)),
                        Metric.VIEWS,
                        null,
                        Reading.NEW,
                        Granularity.DAY,
                        0,
                        new Span(LocalDate.parse("2026-03-22"), LocalDate.parse("2026-04-21")),
                        PARIS,
                        LocalDate.parse("2026-04-21"),
                        false,
                        null,
                        0,
                        false));
    }

    @ParameterizedTest
    @CsvSource({
        "entity_id=-&entity_ids=ID",
        "mode=new",
        "granularity=day&bucket_days=7",
        "to=2026-04-21",
        "to=2030-01-01",
        "from=2026-03-22",
        "tz=Europe/Paris",
        "compare=none&breakdown=none",
        "top_n=3",
        "formula=by_followers",
        "base_metric=likes",
        "hide_auto=0",
        "format=csv"
    })
    void what_means_the_same_is_the_same_question(String parameters) {
        assertThat(read(parameters)).isEqualTo(read(""));
    }

    @Test
    void a_short_name_of_a_zone_is_the_place_that_it_links_to() {
        assertThat(read("tz=EST").zone()).isEqualTo(ZoneId.of("America/Panama"));
    }

    @Test
    void a_rate_has_no_other_mode() {
        assertThat(read("metric=posts_per_week&mode=cumulative").reading()).isEqualTo(Reading.RATE);
    }

    @Test
    void repeated_ids_are_asked_about_once_where_they_came_first() {
        var other = "11111111-2222-4333-8444-555555555555";
        var list = String.join(",", other, ID, other.toUpperCase(Locale.ROOT), ID, ID, ID);

        assertThat(read("entity_id=-&entity_ids=" + list).ids())
                .containsExactly(UUID.fromString(other), UUID.fromString(ID));
    }

    @ParameterizedTest
    @CsvSource({
        // V1
        "entity=-, entity",
        "metric=-, metric",
        "entity=planet, entity",
        "metric=fame, metric",
        // V2
        "mode=old, mode",
        "granularity=hour, granularity",
        "compare=future, compare",
        "breakdown=campaign, breakdown",
        "formula=by_luck, formula",
        "format=xml, format",
        "hide_auto=maybe, hide_auto",
        "base_metric=fame, base_metric",
        "base_metric=growth_rate_pop, base_metric",
        // V3
        "entity_id=-, entity_id",
        "entity_ids=ID, entity_id",
        // V4
        "entity_id=42, entity_id",
        "entity_id=-&entity_ids=42, entity_ids",
        "entity_id=-&entity_ids=, entity_ids",
        // V5
        "entity=video&metric=followers, metric",
        "entity=campaign&metric=followers, metric",
        "entity=video&metric=video_count, metric",
        "entity=video&metric=posts_per_week, metric",
        // V6
        "mode=rate, mode",
        // V7
        "granularity=custom, bucket_days",
        "granularity=custom&bucket_days=0, bucket_days",
        "granularity=custom&bucket_days=91, bucket_days",
        "granularity=custom&bucket_days=7.5, bucket_days",
        "granularity=custom&bucket_days=, bucket_days",
        // V8
        "from=2026-02-30, from",
        "to=2026-2-3, to",
        "to=0000-01-01, to",
        "from=2026-03-02&to=2026-03-01, from",
        "from=2026-04-22, from",
        // V9
        "tz=Mars/Olympus, tz",
        "tz=+02:00, tz",
        "tz=SystemV/AST4, tz",
        // V10
        "metric=growth_rate_pop, base_metric",
        "metric=growth_rate_pop&base_metric=posts_per_week, base_metric",
        "entity=campaign&metric=growth_rate_pop&base_metric=followers, base_metric",
        // V11
        "metric=engagement_rate_by_views&formula=by_followers, formula",
        // V12
        "entity=campaign&entity_id=-&entity_ids=ID&breakdown=video, breakdown",
        // V13
        "metric=engagement_rate_by_views&breakdown=video, breakdown",
        // V14
        "entity=video&breakdown=video, breakdown",
        "breakdown=creator, breakdown",
        // V15
        "entity=campaign&metric=video_count&breakdown=video, breakdown",
        "metric=followers&breakdown=video, breakdown",
        // V16
        "metric=posts_per_week&granularity=cumulative, granularity",
        // V17
        "breakdown=video&top_n=0, top_n",
        "breakdown=video&top_n=51, top_n",
        "breakdown=video&top_n=x, top_n"
    })
    void each_rule_is_told_with_its_parameter(String parameters, String param) {
        assertThat(violations(parameters)).extracting(Violation::param).containsExactly(param);
    }

    @Test
    void a_breakdown_of_a_rate_is_refused_in_the_words_of_the_contract() {
        assertThat(violations("metric=engagement_rate_by_views&breakdown=video"))
                .extracting(Violation::message)
                .containsExactly("Breakdown is not supported for 'engagement_rate_by_views'."
                        + " Use a count-based metric (views, likes, etc.)");
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(violations("entity=video&entity_ids=1&metric=followers&mode=rate&granularity=custom&from=x&to=y&tz=z"
                        + "&breakdown=creator&top_n=99&format=pdf"))
                .extracting(Violation::param)
                .containsExactlyInAnyOrder(
                        "entity_id",
                        "entity_ids",
                        "metric",
                        "mode",
                        "bucket_days",
                        "from",
                        "to",
                        "tz",
                        "breakdown",
                        "breakdown",
                        "top_n",
                        "format");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-01&to=2026-02-01&tz=Nope, 'from,tz'",
        "from=2027-01-01&tz=Nope, 'from,tz'",
        "from=2027-01-01&to=x, 'from,to'",
        // Where it is the 21st already, it is right.
        "from=2026-04-21&tz=Nope, tz",
        "from=2010-01-01&to=x, to",
        "from=x&to=2026-03-01&tz=Nope, 'from,tz'"
    })
    void the_order_of_days_is_told_as_far_as_it_is_known(String parameters, String params) {
        assertThat(violations(parameters)).extracting(Violation::param).containsExactlyInAnyOrder(params.split(","));
    }

    @Test
    void how_many_days_are_asked_about_is_for_the_plan_to_judge() {
        assertThat(read("from=1990-01-01&to=2026-04-21").range().first()).isEqualTo(LocalDate.parse("1990-01-01"));
    }
}
