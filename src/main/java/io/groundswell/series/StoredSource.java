package io.groundswell.series;

import io.groundswell.series.DayStatements.Change;
import io.groundswell.series.DayStatements.Standing;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what is read for the parts of one question. */
record StoredSource(DayStatements statements, ZoneId zone) implements FigureSource {
    private static final Standing NOTHING = new Standing(null, null);

    @Override
    public List<Figures> of(List<Part> parts, Needed needed) {
        var figures = new ArrayList<DailyFigures>();
        parts.forEach(part -> figures.add(new DailyFigures(needed.days(), Posts.of(part.videos(), zone))));
        if (!needed.gained().isEmpty()) {
            gained(parts, needed, figures);
        }
        for (var quantity : needed.level()) {
            levels(parts, needed.days(), quantity, figures);
        }
        return List.copyOf(figures);
    }

    private void gained(List<Part> parts, Needed needed, List<DailyFigures> figures) {
        var other = needed.gained().size() > 1 ? Quantity.VIEWS : null;
        var rest = EnumSet.copyOf(needed.gained());
        if (other != null) {
            rest.remove(other);
        }
        var one = rest.iterator().next();
        for (var row : statements.gained(wanted(parts, one), needed.days(), one, other, false)) {
            figures.get(row.part()).gain(one, row.day(), row.one());
            if (other != null) {
                figures.get(row.part()).gain(other, row.day(), row.other());
            }
        }
    }

    private Wanted wanted(List<Part> parts, Quantity quantity) {
        return quantity.isOfVideos() ? Wanted.videos(parts, statements.kept()) : Wanted.creators(parts);
    }

    /** The level before the days is where it stands now without all that changed since. */
    private void levels(List<Part> parts, Span days, Quantity quantity, List<DailyFigures> figures) {
        // Sums have no place for since when something is known, so that is asked of the videos.
        var each = quantity.isOfVideos() ? Wanted.videos(parts, false) : Wanted.creators(parts);
        var standing = statements.standing(each, quantity);
        var changes = statements.changes(wanted(parts, quantity), days, quantity).stream()
                .collect(Collectors.groupingBy(Change::part));
        for (var part = 0; part < parts.size(); part++) {
            var levels = new Levels(standing.getOrDefault(part, NOTHING), changes.getOrDefault(part, List.of()));
            levels.fill(figures.get(part), quantity, days, zone);
        }
    }

    private record Levels(Standing now, List<Change> changes) {
        void fill(DailyFigures figures, Quantity quantity, Span days, ZoneId zone) {
            var byDay = new HashMap<Integer, Long>();
            var level = now.level() == null ? 0 : now.level();
            var known = now.since() == null ? Integer.MAX_VALUE : place(LocalDate.ofInstant(now.since(), zone), days);
            for (var change : changes) {
                if (change.known()) {
                    known = Math.min(known, change.day());
                }
                if (change.day() >= 0 && change.change() != null) {
                    level -= change.change();
                    byDay.put(change.day(), change.change());
                }
            }
            for (var day = 0; day < days.days(); day++) {
                level += byDay.getOrDefault(day, 0L);
                figures.stand(quantity, day, day < known ? null : (Long) level);
            }
        }

        private static int place(LocalDate day, Span days) {
            return (int) (day.toEpochDay() - days.first().toEpochDay());
        }
    }

    @Override
    public Map<UUID, Long> totals(List<TrackedVideo> videos, Question question) {
        var parts = videos.stream()
                .map(video -> new Part(List.of(video), List.of()))
                .toList();
        var quantity = question.metric().counted();
        var totals = new HashMap<UUID, Long>();
        if (question.reading() == Reading.NEW) {
            statements
                    .gained(Wanted.videos(parts, false), question.range(), quantity, null, true)
                    .forEach(row -> totals.put(videos.get(row.part()).id(), row.one()));
        } else {
            var last = question.range().last();
            var figures = of(parts, new Needed(new Span(last, last), Set.of(), Set.of(quantity)));
            for (var at = 0; at < videos.size(); at++) {
                totals.put(videos.get(at).id(), figures.get(at).level(quantity, last));
            }
        }
        return totals;
    }
}
