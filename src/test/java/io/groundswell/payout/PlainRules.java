package io.groundswell.payout;

import io.groundswell.goal.GoalPeriod;
import io.groundswell.goal.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The rules of one structure by the day from which they hold, and what they come to, the slow way. */
final class PlainRules {
    private final TreeMap<LocalDate, Map<String, Object>> rules = new TreeMap<>();

    Map<String, Object> first(Random random) {
        return next(LocalDate.MIN, random);
    }

    Map<String, Object> next(LocalDate from, Random random) {
        var rule = any(random);
        rules.put(from, rule);
        return rule;
    }

    private static Map<String, Object> any(Random random) {
        var rule = new HashMap<String, Object>();
        rule.put("period", GoalPeriod.values()[random.nextInt(3)].toString());
        switch (random.nextInt(3)) {
            case 0 -> {
                rule.put("kind", "recurring");
                rule.put("amount_cents", 1 + random.nextInt(100_000));
            }
            case 1 -> {
                rule.put("kind", "goals");
                rule.put("amount_cents", 1 + random.nextInt(100_000));
                rule.put("goal_type", "views");
                rule.put("goal_target", 1 + random.nextInt(30_000));
            }
            default -> {
                rule.put("kind", "cpm");
                rule.put("cpm_cents", 1 + random.nextInt(900));
                if (random.nextBoolean()) {
                    rule.put("minimum_cents", random.nextInt(3_000));
                    rule.put("cap_cents", 3_000 + random.nextInt(9_000));
                }
            }
        }
        return rule;
    }

    private static long number(Map<String, Object> rule, String field) {
        return ((Number) rule.get(field)).longValue();
    }

    private static Period period(Map<String, Object> rule, LocalDate day) {
        return GoalPeriod.valueOf(rule.get("period").toString().toUpperCase(Locale.ROOT))
                .holding(day);
    }

    /** The day after its last one: nothing goes on over the end of a period, a rule or the whole. */
    LocalDate endOfPart(LocalDate from, LocalDate end) {
        var last = from;
        var rule = rules.floorEntry(from).getValue();
        while (last.plusDays(1).isBefore(end)
                && rules.floorEntry(last.plusDays(1)).getValue() == rule
                && last.plusDays(1).isBefore(period(rule, from).end())) {
            last = last.plusDays(1);
        }
        return last.plusDays(1);
    }

    long owed(LocalDate from, LocalDate to, PlainViews views) {
        var rule = rules.floorEntry(from).getValue();
        var period = period(rule, from);
        var gained = from.datesUntil(to).mapToLong(views::on).sum();
        return switch (rule.get("kind").toString()) {
            case "recurring" -> share(number(rule, "amount_cents"), period, from, to);
            case "goals" ->
                gained * length(period.start(), period.end()) >= number(rule, "goal_target") * length(from, to)
                        ? share(number(rule, "amount_cents"), period, from, to)
                        : 0;
            default -> {
                var before =
                        period.start().datesUntil(from).mapToLong(views::on).sum();
                var cents = (before + gained) * number(rule, "cpm_cents") / 1000
                        - before * number(rule, "cpm_cents") / 1000;
                yield !rule.containsKey("cap_cents")
                        ? cents
                        : Math.min(
                                Math.max(cents, share(number(rule, "minimum_cents"), period, from, to)),
                                share(number(rule, "cap_cents"), period, from, to));
            }
        };
    }

    /** Day by day, each gets what is between the rounded sums before and after it. */
    private static long share(long cents, Period period, LocalDate from, LocalDate to) {
        var sum = 0L;
        for (var day = from; day.isBefore(to); day = day.plusDays(1)) {
            var before = length(period.start(), day);
            sum += cents * (before + 1) / length(period.start(), period.end())
                    - cents * before / length(period.start(), period.end());
        }
        return sum;
    }

    private static long length(LocalDate from, LocalDate to) {
        return from.datesUntil(to).count();
    }
}
