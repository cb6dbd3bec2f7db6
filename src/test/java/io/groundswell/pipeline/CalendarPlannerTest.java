package io.groundswell.pipeline;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.generation.Plan;
import io.groundswell.generation.Plan.Pillar;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Slot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarPlannerTest {
    private static final Slot SLOT =
            new Slot(Instant.parse("2030-01-07T09:00:00Z"), ZoneOffset.UTC, Platform.TWITTER, false);
    private static final Plan PLAN = new Plan(
            List.of(
                    new Pillar("Most", 0.5, List.of("a", "b", "c")),
                    new Pillar("Some", 0.3, List.of("d", "e", "f")),
                    new Pillar("Little", 0.2, List.of("g", "h", "i"))),
            Map.of(Platform.TWITTER, Map.of(ContentType.POST, 0.6, ContentType.THREAD, 0.3, ContentType.POLL, 0.1)),
            null);

    private static List<CalendarSlot> plan(int cycle, int slots, Map<Platform, Integer> planned) {
        return new CalendarPlanner(PLAN, cycle, planned).fill(Collections.nCopies(slots, SLOT), 0, 0);
    }

    private static List<CalendarSlot> oneByOne() {
        var all = new ArrayList<CalendarSlot>();
        for (var cycle = 1; cycle <= 10; cycle++) {
            all.addAll(plan(cycle, 1, Map.of(Platform.TWITTER, all.size())));
        }
        return all;
    }

    @Test
    void shares_hold_over_cycles_of_one_item_each() {
        // When
        var all = oneByOne();
        // Then
        assertThat(all.stream().collect(groupingBy(CalendarSlot::pillar, counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of("Most", 5L, "Some", 3L, "Little", 2L));
        assertThat(all.stream().collect(groupingBy(CalendarSlot::type, counting())))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(ContentType.POST, 6L, ContentType.THREAD, 3L, ContentType.POLL, 1L));
    }

    @Test
    void many_cycles_deal_out_what_one_does() {
        // When
        var atOnce = plan(1, 10, Map.of());
        // Then
        assertThat(oneByOne()).extracting(CalendarSlot::pillar).isEqualTo(pillars(atOnce));
        assertThat(oneByOne()).extracting(CalendarSlot::type).isEqualTo(types(atOnce));
    }

    private static List<String> pillars(List<CalendarSlot> slots) {
        return slots.stream().map(CalendarSlot::pillar).toList();
    }

    private static List<ContentType> types(List<CalendarSlot> slots) {
        return slots.stream().map(CalendarSlot::type).toList();
    }

    @Test
    void formats_go_on_from_the_items_of_their_own_platform() {
        // Given ten items, all of them elsewhere
        var planned = plan(2, 2, Map.of(Platform.LINKEDIN, 10));
        // Then
        assertThat(planned).extracting(CalendarSlot::type).containsExactly(ContentType.POST, ContentType.THREAD);
    }

    @Test
    void topics_begin_with_the_most_important_of_each_plan() {
        // When
        var planned = plan(2, 3, Map.of(Platform.TWITTER, 10));
        // Then
        assertThat(planned).extracting(CalendarSlot::topic).containsExactly("a", "d", "g");
    }
}
