package io.groundswell.mission;

import io.groundswell.text.SentList;
import io.groundswell.zone.Zones;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a mission must keep to, as the caller wrote it: times are {@code HH:MM}, days lower-case weekday names, money
 * cents. A null component takes its default; {@code requireApproval} and {@code autoApproveAfterHours} stay null, for
 * then the organization's setting applies, and {@code contentTypes} stays null for any type.
 *
 * <p>The typed readings ({@link #zone()}, {@link #times()}, ...) expect what {@link ConstraintRules} let pass.
 *
 * @param postsPerDay over all platforms together, default 1
 * @param autoApproveThreshold confidence between 0 and 1
 */
@RegisterForReflection
public record Constraints(
        String tone,
        Cadence cadence,
        Integer postsPerDay,
        List<String> postingTimes,
        String timezone,
        Boolean requireApproval,
        Long budgetCents,
        List<String> excludedTopics,
        Double autoApproveThreshold,
        BigDecimal autoApproveAfterHours,
        Boolean useOptimalTimes,
        String earliestTime,
        String latestTime,
        List<String> excludeDays,
        Set<ContentType> contentTypes,
        Boolean includeCodeSnippets,
        String linkTo) {

    public Constraints {
        cadence = cadence == null ? Cadence.DAILY : cadence;
        postsPerDay = postsPerDay == null ? 1 : postsPerDay;
        postingTimes = SentList.of(postingTimes);
        timezone = timezone == null ? "UTC" : Zones.named(timezone);
        excludedTopics = SentList.of(excludedTopics);
        useOptimalTimes = useOptimalTimes != null && useOptimalTimes;
        excludeDays = SentList.of(excludeDays);
        contentTypes = contentTypes == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(contentTypes));
        includeCodeSnippets = includeCodeSnippets != null && includeCodeSnippets;
    }

    public static Constraints defaults() {
        return new Constraints(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public ZoneId zone() {
        return ZoneId.of(timezone);
    }

    public List<LocalTime> times() {
        return postingTimes.stream().map(LocalTime::parse).toList();
    }

    public Optional<LocalTime> earliest() {
        return Optional.ofNullable(earliestTime).map(LocalTime::parse);
    }

    public Optional<LocalTime> latest() {
        return Optional.ofNullable(latestTime).map(LocalTime::parse);
    }

    public Set<DayOfWeek> excluded() {
        var days = EnumSet.noneOf(DayOfWeek.class);
        excludeDays.forEach(day -> days.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
        return days;
    }

    /** The same, with times chosen by engagement: for one item that asks for it in a mission that does not. */
    public Constraints withOptimalTimes() {
        return new Constraints(
                tone,
                cadence,
                postsPerDay,
                postingTimes,
                timezone,
                requireApproval,
                budgetCents,
                excludedTopics,
                autoApproveThreshold,
                autoApproveAfterHours,
                true,
                earliestTime,
                latestTime,
                excludeDays,
                contentTypes,
                includeCodeSnippets,
                linkTo);
    }
}
