package io.groundswell.mission;

import io.groundswell.account.WaitingHours;
import io.groundswell.shared.Violation;
import io.groundswell.shared.WebAddress;
import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import io.groundswell.zone.Zones;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says everything that is wrong with a mission's constraints at once, in the order of their fields. */
public final class ConstraintRules {
    private static final Pattern CLOCK_TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final int MAX_ITEMS = 100;

    private static final Set<String> WORKDAYS =
            names(Stream.of(DayOfWeek.values()).limit(5));
    private static final Set<String> WEEK = names(Stream.of(DayOfWeek.values()));

    private final List<Violation> violations = new ArrayList<>();

    private ConstraintRules() {}

    /** Parameters are named as in {@code constraints.posting_times}; an empty list means nothing is wrong. */
    public static List<Violation> violations(Constraints constraints) {
        var rules = new ConstraintRules();
        rules.checkVoice(constraints);
        rules.checkTimes(constraints);
        rules.checkReview(constraints);
        rules.checkWindow(constraints);
        rules.checkDays(constraints);
        rules.checkContent(constraints);
        return List.copyOf(rules.violations);
    }

    private void checkVoice(Constraints constraints) {
        require(
                constraints.tone() == null || Characters.count(constraints.tone()) <= 200,
                "tone",
                "must be at most 200 characters");
    }

    private void checkTimes(Constraints constraints) {
        require(within(constraints.postsPerDay(), 1, 50), "posts_per_day", "must be between 1 and 50");
        require(constraints.postingTimes().size() <= 50, "posting_times", "must hold at most 50 times");
        require(
                all(constraints.postingTimes(), ConstraintRules::isTime),
                "posting_times",
                "must be times as HH:MM, 24 hours");
        require(
                Zones.read(constraints.timezone()) != null,
                "timezone",
                "must be a time zone of the tz database, such as Europe/Berlin");
    }

    private void checkReview(Constraints constraints) {
        var budget = constraints.budgetCents();
        var threshold = constraints.autoApproveThreshold();
        require(budget == null || budget >= 0, "budget_cents", "must not be negative");
        require(
                all(constraints.excludedTopics(), topic -> !Blank.is(topic) && Characters.count(topic) <= 200),
                "excluded_topics",
                "must be texts of 1 to 200 characters");
        require(constraints.excludedTopics().size() <= MAX_ITEMS, "excluded_topics", "must hold at most 100 topics");
        require(threshold == null || within(threshold, 0, 1), "auto_approve_threshold", "must be between 0 and 1");
        require(
                WaitingHours.fit(constraints.autoApproveAfterHours()),
                "auto_approve_after_hours",
                "must be above 0 and at most 8760, with at most 20 decimals");
    }

    private void checkWindow(Constraints constraints) {
        var earliest = constraints.earliestTime();
        var latest = constraints.latestTime();
        require(earliest == null || isTime(earliest), "earliest_time", "must be a time as HH:MM, 24 hours");
        require(latest == null || isTime(latest), "latest_time", "must be a time as HH:MM, 24 hours");
        if (isTime(earliest) && isTime(latest)) {
            // HH:MM sorts as text.
            require(latest.compareTo(earliest) > 0, "latest_time", "must be after earliest_time");
        }
    }

    private void checkDays(Constraints constraints) {
        var excluded = new HashSet<>(constraints.excludeDays());
        require(all(excluded, WEEK::contains), "exclude_days", "must be weekday names in lower case");
        var posting = constraints.cadence() == Cadence.WEEKDAYS ? WORKDAYS : WEEK;
        require(!excluded.containsAll(posting), "exclude_days", "must leave at least one day to post on");
    }

    private void checkContent(Constraints constraints) {
        var types = constraints.contentTypes();
        require(types == null || !types.isEmpty(), "content_types", "must not be empty; leave it out for any type");
        require(types == null || all(types, type -> true), "content_types", "must not hold null");
        require(
                constraints.linkTo() == null || WebAddress.is(constraints.linkTo()),
                "link_to",
                "must be an absolute http or https URL of at most %d characters".formatted(WebAddress.MAX_LENGTH));
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            var param = "constraints." + field;
            violations.add(new Violation(param, param + " " + message));
        }
    }

    // Written so that NaN is outside.
    private static boolean within(double value, double least, double most) {
        return value >= least && value <= most;
    }

    private static <T> boolean all(Iterable<T> items, Predicate<T> rule) {
        for (T item : items) {
            if (item == null || !rule.test(item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isTime(String text) {
        return text != null && CLOCK_TIME.matcher(text).matches();
    }

    private static Set<String> names(Stream<DayOfWeek> days) {
        return days.map(day -> day.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
