package io.groundswell.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Says what two periods tell when they are compared, in plain sentences. Each follows from numbers of the comparison. */
final class ComparisonInsights {
    private ComparisonInsights() {}

    static List<String> of(Comparison comparison) {
        var first = comparison.first();
        var second = comparison.second();
        if (isEmpty(first) && isEmpty(second)) {
            return List.of("Neither period has any posts or impressions");
        }
        var all = new ArrayList<String>();
        all.add(sentence("Impressions", comparison.impressions(), ""));
        all.add(sentence("The engagement rate", comparison.engagementRate(), " %"));
        all.add(sentence("The number of posts", comparison.posts(), ""));
        if (first.period().days() != second.period().days()) {
            all.add("The first period has %s and the second %s; by the day: %s"
                    .formatted(
                            days(first),
                            days(second),
                            means("impressions", new Change(perDay(first), perDay(second)))));
        }
        if (first.slice().posts() > 0 && second.slice().posts() > 0) {
            all.add(means("Impressions for each post that went out", perPost(comparison)));
        }
        return List.copyOf(all);
    }

    private static boolean isEmpty(Comparison.Side side) {
        return side.slice().posts() == 0 && side.impressions() == 0;
    }

    private static String sentence(String what, Change change, String unit) {
        return sentence(what, change, number(change.previous()) + unit, number(change.current()) + unit);
    }

    /** Means are shown short, but how they changed is told of what they are: the short forms may differ by much else. */
    private static String means(String what, Change change) {
        var before = mean(change.previous());
        var now = mean(change.current());
        return before.equals(now) ? "%s stayed at %s".formatted(what, now) : sentence(what, change, before, now);
    }

    private static String sentence(String what, Change change, String before, String now) {
        return switch (change.direction()) {
            case "flat" -> "%s stayed at %s".formatted(what, now);
            // From nothing, no share tells how far.
            case "up" ->
                change.previous() == 0
                        ? "%s rose from %s to %s".formatted(what, before, now)
                        : "%s rose by %s %%, from %s to %s".formatted(what, number(change.percent()), before, now);
            default -> "%s fell by %s %%, from %s to %s".formatted(what, number(-change.percent()), before, now);
        };
    }

    private static String days(Comparison.Side side) {
        return side.period().days() == 1 ? "1 day" : side.period().days() + " days";
    }

    private static double perDay(Comparison.Side side) {
        return (double) side.impressions() / side.period().days();
    }

    private static Change perPost(Comparison comparison) {
        return new Change(perPost(comparison.first()), perPost(comparison.second()));
    }

    private static double perPost(Comparison.Side side) {
        return (double) side.impressions() / side.slice().posts();
    }

    /** As it stands in the answer, without a fraction of nothing. */
    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Whole from 100 on, and else three digits, so that few are not taken for none. */
    private static String mean(double value) {
        return number(
                value < 100
                        ? BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue()
                        : Math.round(value));
    }
}
