package io.groundswell.series;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.series.PeriodFigures.Gain;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Figures of periods made of snapshots, for as long as an organization moves to another zone. */
@ApplicationScoped
class UnkeptDays {
    private static final Sql VIDEOS = Sql.file(UnkeptDays.class, "period-videos.sql");

    private final AgroalDataSource database;

    UnkeptDays(AgroalDataSource database) {
        this.database = database;
    }

    /** @param other null, or a second quantity */
    Map<UUID, Gain> ofVideos(ZoneId zone, Collection<UUID> creators, Span days, Quantity one, Quantity other) {
        return gains(zone, creators, videos(creators, true), days, one, other);
    }

    /** Of those that are not switched off. */
    Map<UUID, Gain> ofTrackedVideos(ZoneId zone, Collection<UUID> creators, Span days, Quantity one, Quantity other) {
        return gains(zone, creators, videos(creators, false), days, one, other);
    }

    private Map<UUID, List<TrackedVideo>> videos(Collection<UUID> creators, boolean disabled) {
        var videos = new HashMap<UUID, List<TrackedVideo>>();
        VIDEOS.list(database, Map.of("ids", creators, "disabled", disabled), row -> {
            var creator = row.getObject("creator_id", UUID.class);
            return videos.computeIfAbsent(creator, any -> new ArrayList<>())
                    .add(new TrackedVideo(row.getObject("id", UUID.class), null, creator, null));
        });
        return videos;
    }

    private Map<UUID, Gain> gains(
            ZoneId zone,
            Collection<UUID> creators,
            Map<UUID, List<TrackedVideo>> videos,
            Span days,
            Quantity one,
            Quantity other) {
        var parts = creators.stream()
                .map(id -> new Part(videos.getOrDefault(id, List.of()), List.of()))
                .toList();
        return gains(zone, creators, Wanted.videos(parts, false), days, one, other);
    }

    Map<UUID, Gain> ofCreators(ZoneId zone, Collection<UUID> creators, Span days, Quantity one) {
        var parts = creators.stream()
                .map(id -> new Part(List.of(), List.of(new TrackedCreator(id, null, true))))
                .toList();
        return gains(zone, creators, Wanted.creators(parts), days, one, null);
    }

    private Map<UUID, Gain> gains(
            ZoneId zone, Collection<UUID> creators, Wanted wanted, Span days, Quantity one, Quantity other) {
        var ids = List.copyOf(creators);
        var gains = new HashMap<UUID, Gain>();
        ids.forEach(id -> gains.put(id, Gain.NOTHING));
        new DayStatements(database, zone, false)
                .gained(wanted, days, one, other, true)
                .forEach(row -> gains.put(ids.get(row.part()), new Gain(number(row.one()), number(row.other()))));
        return gains;
    }

    private static BigDecimal number(Long number) {
        return number == null ? BigDecimal.ZERO : BigDecimal.valueOf(number);
    }
}
