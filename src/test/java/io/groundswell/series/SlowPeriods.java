package io.groundswell.series;

import io.groundswell.goal.GoalType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * What a goal counts in a period, day by day as the reference has them.
 *
 * @param disabled videos that are switched off
 */
record SlowPeriods(World world, ZoneId zone, Set<UUID> disabled) {

    /** @param to the day after the last one */
    double actual(GoalType type, UUID creator, LocalDate from, LocalDate to) {
        return switch (type) {
            case POSTS -> posts(creator, from, to);
            case VIEWS -> gained("views", creator, from, to, true);
            case FOLLOWERS ->
                gained("followers", new SlowDays(world.creators.get(creator).written(), zone), from, to);
            case ENGAGEMENT -> {
                var views = gained("views", creator, from, to, false);
                var engagement = List.of("likes", "comments", "shares", "saves").stream()
                        .mapToDouble(counter -> gained(counter, creator, from, to, false))
                        .sum();
                yield views == 0 ? 0 : 100 * engagement / views;
            }
        };
    }

    double allViews(UUID creator, LocalDate from, LocalDate to) {
        return gained("views", creator, from, to, false);
    }

    private boolean counts(World.Video video, UUID creator, boolean strictly) {
        return creator.equals(video.creator())
                && world.isCounted(video)
                && !(strictly && disabled.contains(video.id()));
    }

    private double posts(UUID creator, LocalDate from, LocalDate to) {
        return world.videos.values().stream()
                .filter(video -> counts(video, creator, true))
                .map(World.Video::postedAt)
                .filter(Objects::nonNull)
                .map(at -> at.atZone(zone).toLocalDate())
                .filter(day -> !day.isBefore(from) && day.isBefore(to))
                .count();
    }

    private double gained(String counter, UUID creator, LocalDate from, LocalDate to, boolean strictly) {
        return world.videos.values().stream()
                .filter(video -> counts(video, creator, strictly))
                .mapToDouble(video -> gained(counter, new SlowDays(video.written(), zone), from, to))
                .sum();
    }

    private static double gained(String counter, SlowDays days, LocalDate from, LocalDate to) {
        return from.datesUntil(to)
                .map(day -> days.gained(counter, day))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }
}
