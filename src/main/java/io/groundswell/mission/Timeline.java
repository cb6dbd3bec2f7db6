package io.groundswell.mission;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a mission ends, and how many posts it comes to.
 *
 * <p>An end is <em>day-aligned</em> when it is the last second of a day (23:59:59 unless the clocks change right then)
 * in the mission's zone or in UTC. Where both are possible the mission's zone counts, being the one people plan in.
 */
public final class Timeline {
    private static final Duration DAY = Duration.ofDays(1);

    private Timeline() {}

    /**
     * A mission that starts with a day, in its zone or in UTC, ends with the day {@code durationDays} later in that
     * zone; any other ends {@code durationDays} times 24 hours later.
     */
    public static Instant endsAt(Instant start, int durationDays, ZoneId zone) {
        return zoneWhereDayBegins(start, zone)
                .map(aligned -> endOf(dateIn(aligned, start).plusDays(durationDays), aligned))
                .orElseGet(() -> start.plus(DAY.multipliedBy(durationDays)));
    }

    /**
     * Until when a mission posts. One that starts with a day posts on as many days as it lasts; the day on which it ends,
     * which is one more, is left for what is late.
     */
    public static Instant postsUntil(Instant start, Instant end, ZoneId zone) {
        return zoneOfWholeDays(start, end, zone)
                .map(aligned -> startOf(dateIn(aligned, end), aligned))
                .orElse(end);
    }

    /** Where something begins with a day and ends with one. */
    static Optional<ZoneId> zoneOfWholeDays(Instant start, Instant end, ZoneId zone) {
        return zoneWhereDayBegins(start, zone)
                .filter(aligned -> endOf(dateIn(aligned, end), aligned).equals(end));
    }

    /** The end after a pause: later by exactly that time, or, when day-aligned, by whole days rounded up. */
    public static Instant shifted(Instant endsAt, Duration pausedFor, ZoneId zone) {
        if (pausedFor.isNegative()) {
            throw new IllegalArgumentException("A pause cannot last " + pausedFor);
        }
        var wholeDays = pausedFor.plus(DAY).minusNanos(1).toDays();
        return zoneWhereDayEnds(endsAt, zone)
                .map(aligned -> endOf(dateIn(aligned, endsAt).plusDays(wholeDays), aligned))
                .orElseGet(() -> endsAt.plus(pausedFor));
    }

    /** The end once the duration changes. It moves by the difference, so what pauses added to it stays. */
    public static Instant withDuration(Instant endsAt, int oldDurationDays, int newDurationDays, ZoneId zone) {
        var days = newDurationDays - oldDurationDays;
        return zoneWhereDayEnds(endsAt, zone)
                .map(aligned -> endOf(dateIn(aligned, endsAt).plusDays(days), aligned))
                .orElseGet(() -> endsAt.plus(DAY.multipliedBy(days)));
    }

    /** Posting days among {@code durationDays} local days from the start's; rounds of weekly and slower count whole. */
    public static int postingDays(Instant start, int durationDays, Constraints constraints) {
        var every = constraints.cadence().everyDays();
        if (every > 1) {
            return (durationDays + every - 1) / every;
        }
        var days = new PostingDays(constraints, start);
        var first = dateIn(constraints.zone(), start);
        return (int) first.datesUntil(first.plusDays(durationDays))
                .filter(days::include)
                .count();
    }

    public static int estimatedPosts(Instant start, int durationDays, Constraints constraints) {
        return constraints.postsPerDay() * postingDays(start, durationDays, constraints);
    }

    private static Optional<ZoneId> zoneWhereDayEnds(Instant instant, ZoneId zone) {
        return zoneWhereDayBegins(instant.plusSeconds(1), zone);
    }

    static Optional<ZoneId> zoneWhereDayBegins(Instant instant, ZoneId zone) {
        return Stream.of(zone, ZoneOffset.UTC)
                .filter(candidate ->
                        startOf(dateIn(candidate, instant), candidate).equals(instant))
                .findFirst();
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return startOf(day.plusDays(1), zone).minusSeconds(1);
    }

    // Not "00:00", which some days lack: their clocks change at midnight.
    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate dateIn(ZoneId zone, Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
