package io.groundswell.mission;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MissionRulesTest {
    @Test
    void a_brief_that_keeps_to_all_rules_has_no_violations() {
        assertThat(params(new SomeBrief())).isEmpty();
    }

    static Stream<SomeBrief> atTheEdge() {
        return Stream.of(
                new SomeBrief().name("x".repeat(200)),
                new SomeBrief().description("x".repeat(5_000)),
                new SomeBrief().objectives(Collections.nCopies(20, "x".repeat(1_000))),
                new SomeBrief().objectives(List.of("", " ", "Sell")),
                new SomeBrief().days(1),
                new SomeBrief().days(730),
                new SomeBrief().on(List.of(Platform.values())),
                new SomeBrief()
                        .kpis(Collections.nCopies(50, new Kpi(Kpi.Metric.LIKES, BigDecimal.valueOf(0.01), "twitter"))),
                new SomeBrief().kpis(List.of(new Kpi(Kpi.Metric.CLICKS, BigDecimal.valueOf(1e12), null))));
    }

    @ParameterizedTest
    @MethodSource("atTheEdge")
    void what_is_just_within_the_limits_is_allowed(SomeBrief brief) {
        assertThat(params(brief)).isEmpty();
    }

    record Wrong(String param, SomeBrief brief) {}

    static Stream<Wrong> wrong() {
        return Stream.of(
                new Wrong("name", new SomeBrief().name(null)),
                new Wrong("name", new SomeBrief().name(" \t")),
                new Wrong("name", new SomeBrief().name("x".repeat(201))),
                new Wrong("description", new SomeBrief().description("x".repeat(5_001))),
                new Wrong("objectives", new SomeBrief().objectives(null)),
                new Wrong("objectives", new SomeBrief().objectives(List.of("", " "))),
                new Wrong("objectives", new SomeBrief().objectives(Collections.nCopies(10_000, "Sell"))),
                new Wrong("objectives", new SomeBrief().objectives(List.of("x".repeat(1_001)))),
                new Wrong("objectives", new SomeBrief().objectives(Arrays.asList("Sell", null))),
                new Wrong("platforms", new SomeBrief().on(List.of())),
                new Wrong("platforms", new SomeBrief().on(Arrays.asList(Platform.BLOG, null))),
                new Wrong("duration_days", new SomeBrief().days(0)),
                new Wrong("duration_days", new SomeBrief().days(731)),
                new Wrong("kpis", new SomeBrief().kpis(Collections.nCopies(51, likes(1, "all")))),
                new Wrong("kpis[0]", new SomeBrief().kpis(Arrays.asList(null, likes(1, "all")))),
                new Wrong("kpis[0].metric", new SomeBrief().kpis(List.of(new Kpi(null, BigDecimal.valueOf(1), "all")))),
                new Wrong("kpis[1].target", new SomeBrief().kpis(List.of(likes(1, "all"), likes(0, "all")))),
                new Wrong("kpis[0].target", new SomeBrief().kpis(List.of(new Kpi(Kpi.Metric.LIKES, null, "all")))),
                new Wrong("kpis[0].target", new SomeBrief().kpis(List.of(likes("1e400", "all")))),
                new Wrong("kpis[0].target", new SomeBrief().kpis(List.of(likes(0.009, "all")))),
                new Wrong("kpis[0].target", new SomeBrief().kpis(List.of(likes("1.000000000000000000001", "all")))),
                new Wrong("kpis[0].target", new SomeBrief().kpis(List.of(likes(1_000_000_000_001.0, "all")))),
                new Wrong("kpis[0].platform", new SomeBrief().kpis(List.of(likes(1, "tiktok")))),
                new Wrong("kpis[0].platform", new SomeBrief().kpis(List.of(likes(1, "TWITTER")))),
                new Wrong(
                        "constraints.timezone",
                        new SomeBrief()
                                .under(new SomeConstraints().in("Mars/Base").build())));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void each_rule_names_the_field_that_breaks_it(Wrong wrong) {
        assertThat(params(wrong.brief())).containsExactly(wrong.param());
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_in_the_order_of_the_fields() {
        // Given
        var brief = new SomeBrief()
                .name("")
                .objectives(List.of())
                .on(List.of())
                .under(new SomeConstraints().postsPerDay(51).build())
                .kpis(List.of(likes(-1, "nowhere")))
                .days(0);
        // Then
        assertThat(params(brief))
                .containsExactly(
                        "name",
                        "objectives",
                        "platforms",
                        "constraints.posts_per_day",
                        "kpis[0].target",
                        "kpis[0].platform",
                        "duration_days");
    }

    @Test
    void a_platform_named_twice_counts_once_and_where_it_was_named_first() {
        // Given
        var named = new ArrayList<>(List.of(Platform.LINKEDIN, Platform.TWITTER, Platform.LINKEDIN));
        // When
        var brief = new SomeBrief().on(named).build();
        // Then
        assertThat(brief.platforms()).containsExactly(Platform.LINKEDIN, Platform.TWITTER);
    }

    @Test
    void objectives_without_words_are_left_out() {
        assertThat(new SomeBrief().objectives(List.of("", "Sell", "\n")).build().objectives())
                .containsExactly("Sell");
    }

    private static Kpi likes(String target, String platform) {
        return new Kpi(Kpi.Metric.LIKES, new BigDecimal(target), platform);
    }

    private static Kpi likes(double target, String platform) {
        return new Kpi(Kpi.Metric.LIKES, BigDecimal.valueOf(target), platform);
    }

    private static List<String> params(SomeBrief brief) {
        return MissionRules.violations(brief.build()).stream()
                .map(Violation::param)
                .toList();
    }
}
