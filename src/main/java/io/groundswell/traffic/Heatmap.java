package io.groundswell.traffic;

import io.groundswell.rollup.EventFigures;
import io.groundswell.rollup.Stretch;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** On which days of the week, and at which hours, something happens on a site. In UTC. */
@ApplicationScoped
public class Heatmap {
    /** Most events first, among equals the first of the week. */
    private static final Comparator<Cell> BUSIEST =
            Comparator.comparingLong(Cell::events).reversed();

    private final EventFigures figures;

    Heatmap(EventFigures figures) {
        this.figures = figures;
    }

    /** @param users distinct ones, over all weeks */
    public record Cell(Slot slot, long events, long users) {}

    /** An hour of the week, which begins on Sunday. */
    public record Slot(DayOfWeek weekday, int hour) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER =
                Comparator.comparingInt(Slot::day).thenComparingInt(Slot::hour);

        /** 0 is Sunday, 6 is Saturday. */
        public int day() {
            return weekday.getValue() % 7;
        }

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * @param cells in which something happened, in the order of the week
     * @param peak the cell with most events
     * @param weekday with most events, whatever the hour
     * @param hour with most events, whatever the day
     */
    public record Answer(List<Cell> cells, Optional<Cell> peak, Optional<DayOfWeek> weekday, Optional<Integer> hour) {}

    public Answer of(AskedSite site, Window window) {
        var cells = cells(figures.hours(site, window));
        return new Answer(
                cells,
                cells.stream().min(BUSIEST),
                busiest(cells, Slot::day).map(day -> day == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(day)),
                busiest(cells, Slot::hour));
    }

    private static List<Cell> cells(List<Stretch> hours) {
        return Sum.by(hour -> new Slot(hour.getDayOfWeek(), hour.getHour()), hours).entrySet().stream()
                .map(cell -> new Cell(
                        cell.getKey(), cell.getValue().events(), cell.getValue().users()))
                .toList();
    }

    private static Optional<Integer> busiest(List<Cell> cells, Function<Slot, Integer> axis) {
        var sums = new TreeMap<>(cells.stream()
                .collect(Collectors.groupingBy(cell -> axis.apply(cell.slot()), Collectors.summingLong(Cell::events))));
        return sums.entrySet().stream()
                .min(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey);
    }
}
