package io.groundswell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.generation.Plan;
import io.groundswell.generation.Plan.Pillar;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.performance.Insight;
import io.groundswell.performance.Insight.Aspect;
import io.groundswell.publishing.PartOfDay;
import io.groundswell.publishing.Preference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmphasisTest {
    private static final List<String> TOPICS = List.of("one", "two", "three");
    private static final Plan PLAN = new Plan(
            List.of(new Pillar("Craft", 0.6, TOPICS), new Pillar("People", 0.4, TOPICS)),
            Map.of(
                    Platform.TWITTER, Map.of(ContentType.POST, 0.8, ContentType.THREAD, 0.2),
                    Platform.LINKEDIN, Map.of(ContentType.POST, 1.0)),
            null);

    @Test
    void what_does_better_gets_a_share_of_the_rest_as_large_as_its_lift_but_no_more_than_three_tenths() {
        var emphases = Emphasis.of(List.of(
                new Insight(Aspect.WEEKDAY, "Monday", 2, 0.99),
                new Insight(Aspect.TYPE, "thread", 0.5, 0.99),
                new Insight(Aspect.PILLAR, "People", 0.1, 0.85),
                new Insight(Aspect.CODE, "", -0.5, 0.99)));
        assertThat(emphases)
                .containsExactly(new Emphasis(Aspect.TYPE, "thread", 0.3), new Emphasis(Aspect.PILLAR, "People", 0.1));
        assertThat(emphases.get(0).action())
                .isEqualTo("The next cycle gives thread 30 % of what would go to other types");
    }

    @Test
    void a_part_of_the_day_gets_a_share_of_the_slots_and_leaves_the_plan_as_it_is() {
        var emphases = Emphasis.of(
                List.of(new Insight(Aspect.PART, "evening", 0.8, 0.99), new Insight(Aspect.HOUR, "19:00", 0.9, 0.99)));
        assertThat(emphases).containsExactly(new Emphasis(Aspect.PART, "evening", 0.3));
        var evening = emphases.get(0);
        assertThat(evening.action())
                .isEqualTo("The next cycle gives the evening 30 % of what would go out at other times of the day");
        assertThat(evening.preference()).contains(new Preference(PartOfDay.EVENING, 0.3));
        assertThat(evening.apply(PLAN)).isEqualTo(PLAN);
        assertThat(new Emphasis(Aspect.TYPE, "thread", 0.3).preference()).isEmpty();
    }

    @Test
    void a_type_gains_where_it_is_made_and_shares_go_on_summing_to_one() {
        var mixes = new Emphasis(Aspect.TYPE, "thread", 0.3).apply(PLAN).formatMix();
        assertThat(mixes.get(Platform.TWITTER).get(ContentType.THREAD)).isEqualTo(0.44, within(1e-9));
        assertThat(mixes.get(Platform.TWITTER).get(ContentType.POST)).isEqualTo(0.56, within(1e-9));
        assertThat(mixes.get(Platform.LINKEDIN)).isEqualTo(PLAN.formatMix().get(Platform.LINKEDIN));
    }

    @Test
    void a_pillar_gains_and_one_that_the_plan_has_not_changes_nothing() {
        var pillars = new Emphasis(Aspect.PILLAR, "People", 0.1).apply(PLAN).pillars();
        assertThat(pillars.get(0).weight()).isEqualTo(0.54, within(1e-9));
        assertThat(pillars.get(1).weight()).isEqualTo(0.46, within(1e-9));
        assertThat(new Emphasis(Aspect.PILLAR, "Gossip", 0.1).apply(PLAN)).isEqualTo(PLAN);
    }
}
