package io.groundswell.mission;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Violation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintRulesTest {

    @Test
    void defaults_break_no_rule() {
        assertThat(ConstraintRules.violations(Constraints.defaults())).isEmpty();
    }

    @Test
    void limits_themselves_are_allowed() {
        assertThat(violated(given -> {
                    given.tone = "t".repeat(200);
                    given.postsPerDay = 50;
                    given.postingTimes = Collections.nCopies(50, "23:59");
                    given.budgetCents = 0L;
                    given.excludedTopics = Collections.nCopies(100, "t".repeat(200));
                    given.threshold = 1.0;
                    given.afterHours = new BigDecimal("8760.0");
                    given.excludeDays = List.of("saturday", "sunday", "monday", "tuesday", "wednesday", "thursday");
                    given.contentTypes = EnumSet.of(ContentType.REEL);
                    given.linkTo = "https://example.com/a?b=c#d";
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 51})
    void posts_per_day_is_1_to_50(int posts) {
        assertThat(violated(given -> given.postsPerDay = posts)).containsExactly("constraints.posts_per_day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "9:00", "09:60", "09:00:00", "9am", "", "٠٩:٠٠"})
    void a_posting_time_is_a_24_hour_clock_time(String time) {
        assertThat(violated(given -> given.postingTimes = List.of("09:00", time)))
                .containsExactly("constraints.posting_times");
    }

    @Test
    void nulls_in_lists_are_violations() {
        assertThat(violated(given -> {
                    given.postingTimes = Arrays.asList("09:00", null);
                    given.excludedTopics = Collections.singletonList(null);
                    given.excludeDays = Collections.singletonList(null);
                    given.contentTypes = new LinkedHashSet<>(Collections.singletonList(null));
                }))
                .containsExactly(
                        "constraints.posting_times",
                        "constraints.excluded_topics",
                        "constraints.exclude_days",
                        "constraints.content_types");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "+02:00", "UTC+2", "europe/berlin", "", "Z", "SystemV/AST4"})
    void a_zone_must_be_in_the_tz_database(String zone) {
        assertThat(violated(given -> given.timezone = zone)).containsExactly("constraints.timezone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "EST"})
    void zones_of_the_tz_database_pass(String zone) {
        assertThat(violated(given -> given.timezone = zone)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "1.01", "NaN"})
    void the_threshold_is_a_share(double threshold) {
        assertThat(violated(given -> given.threshold = threshold))
                .containsExactly("constraints.auto_approve_threshold");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "8760.5", "1e-21"})
    void waiting_hours_are_above_zero_and_within_a_year(BigDecimal hours) {
        assertThat(violated(given -> given.afterHours = hours)).containsExactly("constraints.auto_approve_after_hours");
    }

    @ParameterizedTest
    @CsvSource({"09:00,09:00", "21:00,07:00"})
    void the_latest_time_is_after_the_earliest(String earliest, String latest) {
        assertThat(violated(given -> given.between(earliest, latest))).containsExactly("constraints.latest_time");
    }

    @Test
    void window_times_are_clock_times_and_either_may_stand_alone() {
        assertThat(violated(given -> given.between("7", "25:00")))
                .containsExactly("constraints.earliest_time", "constraints.latest_time");
        assertThat(violated(given -> given.between("22:00", null))).isEmpty();
        assertThat(violated(given -> given.between(null, "06:00"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monday", "mon", "holiday"})
    void excluded_days_are_lower_case_weekdays(String day) {
        assertThat(violated(given -> given.without(day))).containsExactly("constraints.exclude_days");
    }

    @Test
    void a_day_to_post_on_must_be_left() {
        // Given
        var workdays = List.of("monday", "tuesday", "wednesday", "thursday", "friday");
        var all = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
        // Then
        assertThat(violated(given -> given.without(all))).containsExactly("constraints.exclude_days");
        assertThat(violated(given -> given.without(workdays))).isEmpty();
        assertThat(violated(given -> given.without(workdays).cadence(Cadence.WEEKDAYS)))
                .containsExactly("constraints.exclude_days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/path", "example.com", "ftp://example.com", "http:///x", "http://a b", "javascript:alert(1)"})
    void a_link_is_an_absolute_web_address(String link) {
        assertThat(violated(given -> given.linkTo = link)).containsExactly("constraints.link_to");
    }

    @Test
    void all_violations_are_told_at_once() {
        assertThat(violated(given -> {
                    given.tone = "t".repeat(201);
                    given.postingTimes = Collections.nCopies(51, "09:00");
                    given.budgetCents = -1L;
                    given.excludedTopics = Collections.nCopies(101, " ");
                    given.contentTypes = Set.of();
                    given.linkTo = "https://example.com/" + "x".repeat(2000);
                }))
                .containsExactly(
                        "constraints.tone",
                        "constraints.posting_times",
                        "constraints.budget_cents",
                        "constraints.excluded_topics",
                        "constraints.excluded_topics",
                        "constraints.content_types",
                        "constraints.link_to");
    }

    private static List<String> violated(Consumer<SomeConstraints> change) {
        var given = new SomeConstraints();
        change.accept(given);
        return ConstraintRules.violations(given.build()).stream()
                .map(Violation::param)
                .toList();
    }
}
