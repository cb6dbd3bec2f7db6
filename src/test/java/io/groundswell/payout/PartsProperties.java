package io.groundswell.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.goal.GoalPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is said from which day on, and whoever has it from when until when: nothing is lost, and nothing that is over changes. */
class PartsProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    /** @param views new views of each day, for CPM */
    record Case(
            List<Version> versions, LocalDate startsOn, LocalDate endsOn, LocalDate end, Map<LocalDate, Long> views) {
        List<Part> parts() {
            return new Parts(versions).of(startsOn, endsOn, startsOn, end);
        }

        boolean has(LocalDate day) {
            return !day.isBefore(startsOn) && (endsOn == null || !day.isAfter(endsOn)) && day.isBefore(end);
        }

        /** One after the other, the slow way. */
        Version on(LocalDate day) {
            Version found = null;
            for (var version : versions) {
                if (version.effectiveFrom() == null || !day.isBefore(version.effectiveFrom())) {
                    found = version;
                }
            }
            return found;
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(PartsProperties::any);
    }

    private static Case any(Random random) {
        var versions = new ArrayList<Version>();
        var from = DAY;
        for (var number = 1; number <= 1 + random.nextInt(5); number++) {
            versions.add(new Version(number, number == 1 ? null : from, rule(random)));
            from = from.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(40));
        }
        var startsOn = DAY.plusDays(random.nextInt(80) - 20);
        var endsOn = random.nextBoolean() ? null : startsOn.plusDays(random.nextInt(90));
        var views = new HashMap<LocalDate, Long>();
        for (var day = DAY.minusDays(60); day.isBefore(DAY.plusDays(200)); day = day.plusDays(1)) {
            views.put(day, random.nextInt(4) == 0 ? 0 : (long) random.nextInt(5_000));
        }
        return new Case(versions, startsOn, endsOn, startsOn.plusDays(1 + random.nextInt(120)), views);
    }

    private static Rule rule(Random random) {
        var period = GoalPeriod.values()[random.nextInt(3)];
        return random.nextBoolean()
                ? new Rule(RuleKind.RECURRING, period, 1L + random.nextInt(100_000), null, null, null, null, null, null)
                : new Rule(RuleKind.CPM, period, null, null, null, 1L + random.nextInt(900), null, null, null);
    }

    @Property
    void each_day_is_in_one_part_of_the_version_that_holds_on_it(@ForAll("cases") Case one) {
        var days = new TreeMap<LocalDate, Part>();
        for (var part : one.parts()) {
            for (var day = part.from(); day.isBefore(part.to()); day = day.plusDays(1)) {
                assertThat(days.put(day, part)).as("%s is in two parts", day).isNull();
                assertThat(part.period().start()).isBeforeOrEqualTo(day);
                assertThat(part.period().end()).isAfter(day);
            }
        }

        for (var day = one.startsOn().minusDays(3); day.isBefore(one.end().plusDays(3)); day = day.plusDays(1)) {
            assertThat(days.containsKey(day)).as("%s", day).isEqualTo(one.has(day));
            if (one.has(day)) {
                assertThat(days.get(day).version()).isEqualTo(one.on(day));
            }
        }
    }

    /** Day by day, each gets what is between the rounded sums before and after it. */
    @Property
    void a_part_gets_what_its_days_get_one_by_one(@ForAll("cases") Case one) {
        for (var part : one.parts()) {
            var slow = 0L;
            for (var day = part.from(); day.isBefore(part.to()); day = day.plusDays(1)) {
                slow += owed(new Part(part.version(), part.period(), day, day.plusDays(1)), one.views());
            }
            assertThat(owed(part, one.views())).isEqualTo(slow);
        }
    }

    @Property
    void however_a_period_is_cut_its_parts_add_up_to_it_to_the_cent(@ForAll("cases") Case one, @ForAll Random random) {
        var version = one.versions().get(0);
        var whole = version.rule().period().holding(one.startsOn());
        var sum = 0L;
        for (var from = whole.start(); from.isBefore(whole.end()); ) {
            var next = from.plusDays(1 + random.nextInt(9));
            var to = next.isBefore(whole.end()) ? next : whole.end();
            sum += owed(new Part(version, whole, from, to), one.views());
            from = to;
        }

        var rule = version.rule();
        var all = whole.start()
                .datesUntil(whole.end())
                .mapToLong(one.views()::get)
                .sum();
        assertThat(sum)
                .isEqualTo(rule.kind() == RuleKind.RECURRING ? rule.amountCents() : all * rule.cpmCents() / 1000);
    }

    @Property
    void another_version_changes_no_part_that_is_over_before_it(@ForAll("cases") Case one, @ForAll Random random) {
        var last = one.versions().get(one.versions().size() - 1);
        var after = last.effectiveFrom() == null ? DAY : last.effectiveFrom();
        var today = after.plusDays(random.nextInt(50));
        var edited = new ArrayList<>(one.versions());
        edited.add(new Version(last.number() + 1, today.plusDays(1), rule(random)));

        var before = over(one.versions(), one, today);
        var then = over(edited, one, today);

        assertThat(then).startsWith(before.toArray(Part[]::new));
        assertThat(new Parts(edited).of(one.startsOn(), one.endsOn(), one.startsOn(), today.plusDays(90)))
                .filteredOn(part -> !part.to().isAfter(today.plusDays(1)))
                .allSatisfy(part -> assertThat(part.version().number()).isLessThanOrEqualTo(last.number()));
    }

    @Property
    void looking_back_a_shorter_while_finds_the_same_parts(@ForAll("cases") Case one, @ForAll Random random) {
        var after = one.startsOn().plusDays(random.nextInt(60));

        assertThat(new Parts(one.versions()).of(one.startsOn(), one.endsOn(), after, one.end()))
                .containsExactlyElementsOf(one.parts().stream()
                        .filter(part -> part.to().isAfter(after))
                        .toList());
    }

    private static List<Part> over(List<Version> versions, Case one, LocalDate today) {
        return new Parts(versions)
                .of(one.startsOn(), one.endsOn(), one.startsOn(), today.plusDays(40)).stream()
                        .filter(part -> !part.to().isAfter(today))
                        .toList();
    }

    private static long owed(Part part, Map<LocalDate, Long> views) {
        var rule = part.version().rule();
        return rule.kind() == RuleKind.RECURRING
                ? part.share(rule.amountCents())
                : part.forViews(sum(views, part.period().start(), part.from()), sum(views, part.from(), part.to()));
    }

    private static BigDecimal sum(Map<LocalDate, Long> views, LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(from.datesUntil(to).mapToLong(views::get).sum());
    }
}
