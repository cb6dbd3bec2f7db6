package io.groundswell.pipeline;

import io.groundswell.mission.Mission;
import io.groundswell.mission.Timeline;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One pass through the stages: its number, what it goes by, and until when the calendars are filled. */
@Embeddable
class CyclePlan {
    @Column(name = "cycle")
    private int number;

    @JdbcTypeCode(SqlTypes.JSON)
    private Direction direction;

    private Instant plannedUntil;

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

    /** Whether the mission has days that no calendar covers yet. */
    boolean leavesDays(Mission mission) {
        return plannedUntil.isBefore(lastMoment(mission));
    }

    /** What a calendar may reach up to. */
    static Instant lastMoment(Mission mission) {
        return Timeline.postsUntil(
                mission.startsAt(), mission.endsAt(), mission.constraints().zone());
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
}
