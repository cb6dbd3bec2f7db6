package io.groundswell.pipeline;

import io.groundswell.mission.Mission;
import io.groundswell.mission.Timeline;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One pass through the stages: its number, what it goes by, until when the calendars are filled, and what the last one has found. */
@Embeddable
class CyclePlan {
    @Column(name = "cycle")
    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    private Direction direction;

    private Instant plannedUntil;

    /** Of the last cycle that ended: what its stages put out is forgotten while the next one runs. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<LearnedInsight> learned;

    protected CyclePlan() {}

    static CyclePlan first() {
        var plan = new CyclePlan();
        plan.number = 1;
        return plan;
    }

    void next() {
        number++;
    }

    void follow(Direction wanted) {
        direction = wanted;
    }

    void planned(Instant until) {
        plannedUntil = until;
    }

    void learn(List<LearnedInsight> insights) {
        learned = insights;
    }

    /** Whether the mission has days that no calendar covers yet. */
    boolean leavesDays(Mission mission) {
        return plannedUntil.isBefore(lastMoment(mission));
    }

    /** What a calendar may reach up to. */
    static Instant lastMoment(Mission mission) {
        return Timeline.postsUntil(mission.startsAt(), mission.endsAt(), mission.zoneOfDays());
    }

    int number() {
        return number;
    }

    /** Null before the first plan, like {@link #plannedUntil}. */
    Direction direction() {
        return direction;
    }

    Instant plannedUntil() {
        return plannedUntil;
    }

    /** Empty before the end of the first cycle. */
    List<LearnedInsight> learned() {
        return learned == null ? List.of() : learned;
    }
}
