package io.groundswell.content;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.ZoneOffset;

/** When an item is to go out. */
@Embeddable
public class Scheduling {
    private Instant plannedFor;
    private int plannedOffsetSeconds;
    /** Stays when the item leaves the schedule, without an offset then: whoever walks the queue goes on from there. */
    private Instant scheduledFor;

    /** Null unless a time is set. */
    private Integer scheduledOffsetSeconds;

    private String timezone;
    private boolean hold;

    protected Scheduling() {}

    Scheduling(Instant plannedFor, int plannedOffsetSeconds, String timezone) {
        this.plannedFor = plannedFor;
        this.plannedOffsetSeconds = plannedOffsetSeconds;
        this.timezone = timezone;
    }

    void plan(Moment moment) {
        plannedFor = moment.at();
        plannedOffsetSeconds = moment.offset().getTotalSeconds();
    }

    void set(Moment moment, String timezone) {
        scheduledFor = moment.at();
        scheduledOffsetSeconds = moment.offset().getTotalSeconds();
        this.timezone = timezone;
        hold = false;
    }

    void clear() {
        scheduledOffsetSeconds = null;
    }

    void hold(boolean held) {
        hold = held;
    }

    /** The slot that strategy planned, or null; it may differ from the time the item is scheduled for. */
    public Moment planned() {
        return plannedFor == null ? null : new Moment(plannedFor, ZoneOffset.ofTotalSeconds(plannedOffsetSeconds));
    }

    /** Null unless a time is set. */
    public Moment scheduled() {
        return scheduledFor == null || scheduledOffsetSeconds == null
                ? null
                : new Moment(scheduledFor, ZoneOffset.ofTotalSeconds(scheduledOffsetSeconds));
    }

    /** The zone that the mission had when the item was planned, or got its time. */
    public String timezone() {
        return timezone;
    }

    /** Whether the scheduler must leave the item alone. */
    public boolean isHeld() {
        return hold;
    }
}
