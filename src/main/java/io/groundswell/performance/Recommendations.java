package io.groundswell.performance;

import io.groundswell.mission.ContentType;
import io.groundswell.performance.Breakdown.Group;
import io.groundswell.performance.Breakdown.OfWeekday;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What to do more of, and less of, by rules of thumb: the form that beats a plain post, the best weekday and the worst. */
final class Recommendations {
    /** On either side, as with insights: one lucky post is no reason to change a plan. */
    static final int LEAST_POSTS = 5;

    private static final double LEAST_OF_TYPE = 0.2;
    private static final double LEAST_OF_WEEKDAY = 0.1;

    private Recommendations() {}

    /** Types and weekdays of the same posts. */
    static List<String> of(List<Group> types, List<OfWeekday> weekdays) {
        var all = new ArrayList<String>();
        type(types, all);
        weekday(weekdays, all);
        return List.copyOf(all);
    }

    private static void type(List<Group> types, List<String> all) {
        var plain = ContentType.POST.toString();
        var posts = types.stream()
                .filter(type -> type.name().equals(plain) && saysSomething(type.figured()))
                .findFirst();
        var best = types.stream()
                .filter(type -> !type.name().equals(plain) && saysSomething(type.figured()))
                .max(Comparator.comparingDouble(type -> type.figured().rate()));
        if (posts.isEmpty() || best.isEmpty()) {
            return;
        }
        var lift = lift(best.get().figured(), posts.get().figured());
        if (lift >= LEAST_OF_TYPE) {
            all.add("Content of the type %s gets %d %% more engagement than plain posts: plan more of it"
                    .formatted(best.get().name(), percent(lift)));
        }
    }

    private static void weekday(List<OfWeekday> weekdays, List<String> all) {
        var mean = weekdays.stream().map(OfWeekday::figured).reduce(Figured.NONE, Figured::plus);
        var some = weekdays.stream().filter(day -> saysSomething(day.figured())).toList();
        var byRate = Comparator.<OfWeekday>comparingDouble(day -> day.figured().rate());
        some.stream().max(byRate).ifPresent(best -> {
            var lift = lift(best.figured(), mean);
            if (lift >= LEAST_OF_WEEKDAY) {
                all.add("Posts that go out on a %s get %d %% more engagement than average: publish more on that day"
                        .formatted(name(best.day()), percent(lift)));
            }
        });
        some.stream().min(byRate).ifPresent(worst -> {
            var lift = lift(worst.figured(), mean);
            if (lift <= -LEAST_OF_WEEKDAY) {
                all.add("Posts that go out on a %s get %d %% less engagement than average: publish less on that day"
                        .formatted(name(worst.day()), percent(-lift)));
            }
        });
    }

    private static boolean saysSomething(Figured some) {
        return some.posts() >= LEAST_POSTS && some.impressions() >= Measurements.LEAST_IMPRESSIONS;
    }

    /** How much higher a rate is than another, as a share of it; in hundredths, as readers see them. */
    private static double lift(Figured some, Figured others) {
        var one = Math.round(100 * some.rate());
        var other = Math.round(100 * others.rate());
        return other == 0 ? 0 : (double) (one - other) / other;
    }

    private static long percent(double lift) {
        return Math.round(100 * lift);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
