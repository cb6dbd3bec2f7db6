package io.groundswell.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.groundswell.recording.RecordingService;
import io.groundswell.series.SlowAnalytics.Row;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint, over PostgreSQL, against the reference: in the organization's zone, from its days, and in others. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AnalyticsApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    @Inject
    RecordingService recording;

    @AfterEach
    void resetClock() {
        Api.resetClock();
    }

    private static Wish in(ZoneId zone, Wish wish) {
        var today = wish.now().atZone(zone).toLocalDate();
        var to = wish.to() == null || wish.to().isAfter(today) ? today : wish.to();
        var from = wish.from() == null || wish.from().isAfter(to) ? null : wish.from();
        return new Wish(
                wish.entity(),
                wish.ids(),
                wish.metric(),
                wish.base(),
                wish.mode(),
                wish.granularity(),
                wish.bucketDays(),
                from,
                wish.to(),
                zone,
                wish.now(),
                wish.compare(),
                wish.breakdown(),
                wish.most());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void whatever_is_asked_the_answer_is_what_the_reference_says(long seed) throws Exception {
        // Given
        var random = new Random(seed);
        var zone = Worlds.ZONES.get(random.nextInt(Worlds.ZONES.size()));
        var programme = Programme.in(zone);
        var cases = Worlds.several(random, 12);
        var world = cases.get(0).world();
        new WorldFixture(database, programme.owner(), zone).record(world, recording, random);
        for (var one : cases) {
            for (var wish : List.of(one.wish(), in(zone, one.wish()))) {
                // When
                Api.setClock(wish.now());
                var answer = programme.ask(wish);
                // Then
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                var told = JSON.readTree(answer.asString());
                assertSame(told.path("data"), new SlowAnalytics(world, wish).answer(), wish);
                assertCsvIsSame(programme, wish, told.path("data"));
                // Then it is remembered
                var again = JSON.readTree(programme.ask(wish).asString());
                assertThat(again.at("/meta/cached").asBoolean()).isTrue();
                assertThat(again.path("data")).isEqualTo(told.path("data"));
            }
        }
    }

    private static void assertSame(JsonNode data, SlowAnalytics.Answer expected, Wish wish) {
        assertSame(data.path("series"), expected.series(), wish);
        assertSame(data.path("compare_series"), expected.compared(), wish);
        assertSame(data.path("breakdown_series"), expected.parts(), wish);
        assertThat(data.path("baselines").valueStream().toList())
                .extracting(one -> one.path("entity_id").asText(), one -> one.path("reason")
                        .asText())
                .isEqualTo(expected.baselines().stream()
                        .map(one -> tuple(one.entity().toString(), one.reason()))
                        .toList());
        assertThat(data.path("first_data_date").asText(null))
                .isEqualTo(
                        expected.firstDataDate() == null
                                ? null
                                : expected.firstDataDate().toString());
        var partial = data.path("partial_bucket");
        if (expected.partial() == null) {
            assertThat(partial.isNull()).isTrue();
        } else {
            assertThat(partial.path("bucket_start").asText())
                    .isEqualTo(expected.partial().start().toString());
            assertThat(partial.path("bucket_end").asText())
                    .isEqualTo(expected.partial().end().toString());
            assertThat(partial.path("as_of").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        }
    }

    private static void assertSame(JsonNode series, List<Row> expected, Wish wish) {
        assertThat(series.valueStream().toList())
                .extracting(
                        one -> one.at("/entity_ref/type").asText(),
                        one -> one.at("/entity_ref/id").asText(),
                        one -> one.at("/entity_ref/label").asText())
                .isEqualTo(expected.stream()
                        .map(row -> tuple(row.type(), row.id(), row.label()))
                        .toList());
        for (var at = 0; at < expected.size(); at++) {
            assertThat(series.get(at).path("metric").asText()).isEqualTo(wish.metric());
            assertThat(series.get(at).path("timezone").asText())
                    .isEqualTo(wish.zone().getId());
            assertSame(series.get(at).path("points"), expected.get(at).points());
        }
    }

    private static void assertSame(JsonNode points, Map<LocalDate, Number> expected) {
        assertThat(points.valueStream()
                        .map(point -> point.path("bucket_start").asText())
                        .toList())
                .isEqualTo(expected.keySet().stream().map(LocalDate::toString).toList());
        for (var point : points) {
            var value = expected.get(LocalDate.parse(point.path("bucket_start").asText()));
            var told = point.path("value");
            if (value instanceof Double number) {
                assertThat(told.asDouble()).isCloseTo(number, within(1e-6));
            } else if (value == null) {
                assertThat(told.isNull()).isTrue();
            } else {
                assertThat(told.isIntegralNumber()).isTrue();
                assertThat(told.asLong()).isEqualTo(value.longValue());
            }
        }
    }

    /** The same points, in the same order, with what belongs to them. */
    private static void assertCsvIsSame(Programme programme, Wish wish, JsonNode data) {
        var parameters = new HashMap<>(Programme.parameters(wish));
        parameters.put("format", "csv");
        var answer = programme.ask(parameters);
        assertThat(answer.contentType()).startsWith("text/csv");
        var expected = new ArrayList<String>();
        expected.add("series_kind,bucket_start,entity_id,entity_label,metric,unit,mode,value,is_partial");
        rows("main", data.path("series"), data, expected);
        rows("compare", data.path("compare_series"), data, expected);
        rows("breakdown", data.path("breakdown_series"), data, expected);
        assertThat(List.of(answer.asString().split("\r\n"))).isEqualTo(expected);
    }

    private static void rows(String kind, JsonNode series, JsonNode data, List<String> rows) {
        for (var one : series) {
            for (var point : one.path("points")) {
                var start = point.path("bucket_start").asText();
                var value = point.path("value");
                rows.add(String.join(
                        ",",
                        kind,
                        start,
                        one.at("/entity_ref/id").asText(),
                        one.at("/entity_ref/label").asText(),
                        one.path("metric").asText(),
                        one.path("unit").asText(),
                        one.path("mode").asText(),
                        value.isNull() ? "" : value.decimalValue().toPlainString(),
                        String.valueOf(start.equals(
                                data.at("/partial_bucket/bucket_start").asText()))));
            }
        }
    }
}
