package io.groundswell.mission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Constraints for tests: the defaults, but for what a test sets. */
public final class SomeConstraints {
    String tone;
    Cadence cadence;
    Integer postsPerDay;
    List<String> postingTimes;
    String timezone;
    Long budgetCents;
    List<String> excludedTopics;
    Double threshold;
    BigDecimal afterHours;
    Boolean optimal;
    String earliest;
    String latest;
    List<String> excludeDays;
    Set<ContentType> contentTypes;
    String linkTo;

    public SomeConstraints cadence(Cadence cadence) {
        this.cadence = cadence;
        return this;
    }

    public SomeConstraints postsPerDay(int posts) {
        this.postsPerDay = posts;
        return this;
    }

    public SomeConstraints at(String... times) {
        return at(List.of(times));
    }

    public SomeConstraints at(List<String> times) {
        this.postingTimes = times;
        return this;
    }

    public SomeConstraints in(String zone) {
        this.timezone = zone;
        return this;
    }

    public SomeConstraints optimal(boolean optimal) {
        this.optimal = optimal;
        return this;
    }

    public SomeConstraints between(String earliest, String latest) {
        this.earliest = earliest;
        this.latest = latest;
        return this;
    }

    public SomeConstraints without(String... days) {
        return without(List.of(days));
    }

    public SomeConstraints without(List<String> days) {
        this.excludeDays = days;
        return this;
    }

    public Constraints build() {
        return new Constraints(
                tone,
                cadence,
                postsPerDay,
                postingTimes,
                timezone,
                null,
                budgetCents,
                excludedTopics,
                threshold,
                afterHours,
                optimal,
                earliest,
                latest,
                excludeDays,
                contentTypes,
                null,
                linkTo);
    }
}
