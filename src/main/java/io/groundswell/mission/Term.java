package io.groundswell.mission;

import io.groundswell.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When a mission runs. All instants are whole seconds, as they are shown, so that what is shown adds up. */
@Embeddable
public class Term {
    private static final int MAX_YEARS_AHEAD = 5;

    private int durationDays;
    private Instant startsAt;
    private Instant endsAt;
    private Instant pausedAt;
    /** Without the pause that it may be in. The end moves by more than that where it is that of a day. */
    @Column(name = "extended_seconds")
    private long pausedSeconds;

    private Instant completedAt;
    /** Where it began with a day, and so ends with one, whatever its zone is later. */
    private String alignedTo;

    protected Term() {}

    Term(int durationDays) {
        this.durationDays = durationDays;
    }

    void plan(Instant start, ZoneId zone, Instant now) {
        if (start.isBefore(now)) {
            throw Refusal.impossible("starts_at", "A mission cannot start in the past");
        }
        if (start.isAfter(
                now.atOffset(ZoneOffset.UTC).plusYears(MAX_YEARS_AHEAD).toInstant())) {
            throw Refusal.impossible("starts_at", "A mission must start within %d years from now", MAX_YEARS_AHEAD);
        }
        startAt(start, zone);
    }

    /** A planned start that has come stays, however late this is called. */
    void start(Instant now, ZoneId zone) {
        startAt(hasBegun(now) ? startsAt : now, zone);
    }

    boolean hasBegun(Instant now) {
        return startsAt != null && !startsAt.isAfter(now);
    }

    boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }

    private void startAt(Instant start, ZoneId zone) {
        startsAt = second(start);
        endsAt = Timeline.endsAt(startsAt, durationDays, zone);
        alignedTo =
                Timeline.zoneWhereDayBegins(startsAt, zone).map(ZoneId::getId).orElse(null);
    }

    void pause(Instant now) {
        pausedAt = second(now);
    }

    /** Moves the end by the time of the pause, and returns when that began. */
    Instant resume(Instant now, ZoneId zone) {
        var began = pausedAt;
        // A clock that was put back must not make a pause shorter than nothing.
        var length = now.isBefore(began) ? Duration.ZERO : Duration.between(began, second(now));
        endsAt = Timeline.shifted(endsAt, length, zoneOfDays(zone));
        pausedSeconds += length.toSeconds();
        pausedAt = null;
        return began;
    }

    /** The pause that it may be in stays: from there on the mission had none of its time any more. */
    void complete(Instant now) {
        completedAt = second(now);
    }

    /** Before the start: another length, another zone, or both. */
    void replan(int days, ZoneId zone) {
        durationDays = days;
        if (startsAt != null) {
            startAt(startsAt, zone);
        }
    }

    /** After the start: moves the end by the difference, so what pauses added to it stays. */
    void lengthen(int days, ZoneId zone, Instant now) {
        if (days == durationDays) {
            return;
        }
        endsAt = Timeline.withDuration(endsAt, durationDays, days, zoneOfDays(zone));
        durationDays = days;
        // The clock of a mission that is paused stands still.
        if (isOver(pausedAt == null ? now : pausedAt)) {
            throw Refusal.impossible("duration_days", "With %d days the mission would be over already", days);
        }
    }

    /** The zone whose days it begins and ends with, if with any. */
    public ZoneId zoneOfDays(ZoneId current) {
        return alignedTo == null ? current : ZoneId.of(alignedTo);
    }

    /** How long it is to run, without pauses: as it was meant when it began, whatever its zone is later. */
    public Duration length(ZoneId current) {
        return zoneOfWholeDays(current)
                .map(zone -> Duration.between(startsAt, Timeline.endsAt(startsAt, durationDays, zone)))
                .orElse(Duration.ofDays(durationDays));
    }

    /** Of missions from before it was kept, their end tells. */
    private Optional<ZoneId> zoneOfWholeDays(ZoneId current) {
        return Optional.ofNullable(alignedTo)
                .map(ZoneId::of)
                .or(() -> Timeline.zoneOfWholeDays(startsAt, endsAt, current));
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    int durationDays() {
        return durationDays;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    Instant pausedAt() {
        return pausedAt;
    }

    /** In all pauses that are over. */
    public Duration pausedFor() {
        return Duration.ofSeconds(pausedSeconds);
    }

    public Instant completedAt() {
        return completedAt;
    }
}
