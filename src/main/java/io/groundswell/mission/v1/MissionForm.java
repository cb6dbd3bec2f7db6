package io.groundswell.mission.v1;

import io.groundswell.mission.Constraints;
import io.groundswell.mission.Kpi;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionBrief;
import io.groundswell.mission.MissionRules;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Violation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** A mission as callers write it. */
@RegisterForReflection(registerFullHierarchy = true)
record MissionForm(
        String name,
        String description,
        List<String> objectives,
        List<Platform> platforms,
        Constraints constraints,
        List<Kpi> kpis,
        Integer durationDays,
        Boolean startImmediately,
        String startsAt) {

    static MissionForm of(Mission mission) {
        return new MissionForm(
                mission.name(),
                mission.description(),
                mission.objectives(),
                mission.platforms(),
                mission.constraints(),
                mission.kpis(),
                mission.durationDays(),
                null,
                null);
    }

    List<Violation> violations() {
        var violations = new ArrayList<>(MissionRules.violations(brief()));
        try {
            start();
        } catch (DateTimeParseException e) {
            violations.add(new Violation(
                    "starts_at",
                    "starts_at must be an RFC 3339 date-time with an offset, such as 2030-01-15T00:00:00Z"));
        }
        return violations;
    }

    MissionBrief brief() {
        return new MissionBrief(
                name, description, objectives, platforms, constraints, kpis, durationDays == null ? 0 : durationDays);
    }

    boolean startsNow() {
        return startImmediately != null && startImmediately;
    }

    Instant start() {
        return startsAt == null ? null : OffsetDateTime.parse(startsAt).toInstant();
    }
}
