package io.groundswell.segment;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.event.KeyHash;
import io.groundswell.rollup.Corrections;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SegmentsTest extends SegmentedSite {
    @Inject
    SegmentFolding folding;

    @Inject
    Corrections corrections;

    private void tell(int most, Map<String, Object> properties) {
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < most; n++) {
            visits.add(new Visit("buy", "u" + n % 5, "s" + n, NOW.minusSeconds(most - n), properties));
        }
        site.tell(visits);
        events.fold(number, most);
    }

    private List<String> made() {
        return rows.texts(
                "select first_seq || '-' || last_seq from event_segment where dropped_at is null order by last_seq");
    }

    @Test
    void only_what_is_in_figures_and_enough_for_one_makes_a_segment() {
        tell(25, Map.of("plan", "pro"));
        site.tell(List.of(new Visit("buy", "u1", "s1", NOW, Map.of())));
        while (segments.make(number, 10) > 0) {}
        assertThat(made()).containsExactly("1-10", "11-20");
    }

    @Test
    void events_that_came_just_now_wait() {
        tell(SegmentFolding.WORTH, Map.of());
        assertThat(folding.run(NOW.plusSeconds(9))).isZero();
        Api.setClock(NOW.plus(Duration.ofMinutes(6)));
        assertThat(folding.run(NOW.plusSeconds(9_999))).isEqualTo(SegmentFolding.WORTH);
        assertThat(made()).containsExactly("1-" + SegmentFolding.WORTH);
    }

    @Test
    void a_segment_with_events_of_a_user_who_moved_is_made_again_when_some_time_has_passed() {
        // Given
        tell(20, Map.of("plan", "pro"));
        site.tell(List.of(new Visit("buy", "late", "s1", NOW, Map.of("plan", "pro"))));
        events.fold(number, 1);
        while (segments.make(number, 7) > 0) {}
        // When
        changes.move(number, "late", "u1");
        // Then
        assertThat(made()).containsExactly("1-7", "8-14");
        assertThat(rows.count("select count(*) from event_column where last_seq = 21"))
                .isZero();
        assertThat(folding.run(NOW.plusSeconds(9))).isZero();
        Api.setClock(NOW.plus(Duration.ofMinutes(6)));
        assertThat(folding.run(NOW.plusSeconds(9_999))).isPositive();
        assertThat(made()).containsExactly("1-7", "8-14", "15-21");
        site.post("/query", Map.of("metrics", List.of("unique_users"))).then().body("rows[0].unique_users", equalTo(5));
    }

    @Test
    void nothing_of_an_erased_user_stays_in_a_column() {
        // Given
        tell(10, Map.of("plan", "pro"));
        site.tell(List.of(new Visit("buy", "ada", "s1", NOW, Map.of("note", "a secret of Ada"))));
        events.fold(number, 1);
        segments.make(number, 11);
        assertThat(rows.count(columnsWith("a secret of Ada"))).isOne();
        // When
        as(site.organization().aak())
                .delete("/projects/{id}/users/{user}", site.id(), "ada")
                .then()
                .statusCode(200);
        // Then
        assertThat(rows.count(columnsWith("a secret of Ada"))).isZero();
        segments.make(number, 100);
        assertThat(made()).containsExactly("1-11");
        assertThat(rows.count(columnsWith("a secret of Ada"))).isZero();
        assertThat(rows.count(columnsWith("pro"))).isOne();
    }

    private static String columnsWith(String text) {
        return "select count(*) from event_column where position(convert_to('%s', 'UTF8') in stored) > 0"
                .formatted(text);
    }

    @Test
    void a_segment_whose_events_are_all_gone_goes_with_them() {
        tell(10, Map.of("plan", "pro"));
        segments.make(number, 10);
        QuarkusTransaction.requiringNew().run(() -> {
            for (var user = 0; user < 5; user++) {
                corrections.forget(number, KeyHash.number("u" + user), Long.MAX_VALUE, List.of());
            }
            rows.change("delete from event");
        });
        segments.make(number, 10);
        assertThat(rows.count("select count(*) from event_segment")).isZero();
    }

    @Test
    void days_that_a_plan_does_not_keep_are_in_no_segment() {
        // Given some events of today and, told late, of three weeks before
        var visits = IntStream.range(0, 30)
                .mapToObj(n -> new Visit("buy", "u1", "s1", NOW.minus(Duration.ofDays(n % 3 == 0 ? 21 : 0)), Map.of()))
                .toList();
        site.tell(visits.subList(0, 10)).tell(visits.subList(10, 20)).tell(visits.subList(20, 30));
        events.fold(number, 30);
        while (segments.make(number, 10) > 0) {}
        // When
        changes.dropBefore(number, NOW.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(14));
        // Then
        assertThat(made()).isEmpty();
        assertThat(rows.count("select count(*) from event_column")).isZero();
    }

    @Test
    void large_values_make_a_segment_end_early_and_the_rest_follows() {
        var large = "x".repeat(7_000);
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 1_300; n++) {
            visits.add(new Visit("buy", "u", "s", NOW, Map.of("text", large + n)));
        }
        site.tell(visits);
        events.fold(number, 1_300);
        while (segments.make(number, 1_300) > 0) {}
        assertThat(made()).hasSize(1);
        var last = rows.count("select last_seq from event_segment");
        assertThat(last).isBetween(560L, 580L);
        // When it is made again and has become larger, all of it is still there
        rows.change("update event_segment set last_seq = 1300, dropped_at = '2020-01-01Z'");
        rows.change("delete from event_column");
        rows.change("update site_fold set segmented = 1300");
        while (segments.make(number, 1_300) > 0) {}
        assertThat(made()).hasSize(3).startsWith("1-" + last);
        assertThat(rows.count("select sum(last_seq - first_seq + 1) from event_segment"))
                .isEqualTo(1_300);
    }

    @Test
    void a_hot_property_has_all_its_values_in_a_segment_that_lacks_others() {
        // Given
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 300; n++) {
            visits.add(new Visit("buy", "u" + n, "s", NOW, Map.of("key" + n, n)));
        }
        visits.add(new Visit("buy", "number", "s", NOW, Map.of("utm_source", 5)));
        visits.add(new Visit("buy", "text", "s", NOW, Map.of("utm_source", "x")));
        site.tell(visits);
        events.fold(number, 302);
        // When
        segments.make(number, 302);
        // Then
        var filter = Map.of("field", "properties.utm_source", "op", "neq", "value", "x");
        site.post("/query", Map.of("metrics", List.of("event_count"), "filters", List.of(filter)))
                .then()
                .body("rows[0].event_count", equalTo(1));
    }

    @Test
    void columns_of_very_many_segments_are_deleted_in_steps() {
        // Given
        site.tell(Collections.nCopies(450, new Visit("buy", "ada", "s", NOW, Map.of("plan", "pro"))));
        events.fold(number, 450);
        while (segments.make(number, 3) > 0) {}
        assertThat(made()).hasSize(150);
        // When
        QuarkusTransaction.requiringNew()
                .run(() -> corrections.forget(number, KeyHash.number("ada"), Long.MAX_VALUE, List.of()));
        // Then nobody reads them from then on
        assertThat(made()).isEmpty();
        assertThat(rows.count("select count(distinct last_seq) from event_column"))
                .isEqualTo(50);
        assertThat(folding.run(NOW.plusSeconds(9))).isPositive();
        assertThat(rows.count("select count(*) from event_column")).isZero();
    }

    @Test
    void properties_beyond_those_that_have_columns_are_found_in_rows() {
        var visits = new ArrayList<Visit>();
        for (var n = 0; n < 300; n++) {
            visits.add(new Visit("buy", "u" + n, "s", NOW, Map.of("key" + n, n)));
        }
        site.tell(visits);
        events.fold(number, 300);
        segments.make(number, 300);
        assertThat(rows.count("select count(*) from event_segment where not whole"))
                .isOne();
        assertThat(rows.count("select count(*) from event_column")).isLessThanOrEqualTo(200);
        for (var n : List.of(0, 150, 299)) {
            var filter = Map.of("field", "properties.key" + n, "op", "eq", "value", n);
            site.post("/query", Map.of("metrics", List.of("unique_users"), "filters", List.of(filter)))
                    .then()
                    .body("rows[0].unique_users", equalTo(1));
        }
    }
}
