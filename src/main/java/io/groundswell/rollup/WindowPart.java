package io.groundswell.rollup;

import io.groundswell.site.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of a window that is read at once: days, or weeks that are added up.
 *
 * @param end the first day that is not in it
 */
record WindowPart(boolean isAddedUp, LocalDate first, LocalDate end) {
    static final int DAYS = 7;

    /**
     * All parts of a window, oldest first.
     *
     * @param weeks that are added up, by their Mondays, oldest first; all of them wholly in the window
     */
    static List<WindowPart> of(Window window, List<LocalDate> weeks) {
        var parts = new ArrayList<WindowPart>();
        for (var monday : weeks) {
            extend(parts, window.from(), false, monday);
            extend(parts, window.from(), true, monday.plusDays(DAYS));
        }
        extend(parts, window.from(), false, window.until());
        return parts;
    }

    /** As far as there is something left until then. */
    private static void extend(List<WindowPart> parts, LocalDate from, boolean isAddedUp, LocalDate end) {
        var last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        var first = last == null ? from : last.end();
        if (!first.isBefore(end)) {
            return;
        }
        if (last != null && last.isAddedUp() == isAddedUp) {
            parts.set(parts.size() - 1, new WindowPart(isAddedUp, last.first(), end));
        } else {
            parts.add(new WindowPart(isAddedUp, first, end));
        }
    }

    /** As statements take them: of an added up week, the kind is negative. */
    static void addTo(Map<String, Object> values, Window window, List<LocalDate> weeks) {
        var parts = of(window, weeks);
        values.put("weeks", weeks);
        values.put(
                "part_signs",
                parts.stream().map(part -> part.isAddedUp() ? -1 : 1).toList());
        values.put("part_firsts", parts.stream().map(WindowPart::first).toList());
        values.put("part_ends", parts.stream().map(WindowPart::end).toList());
    }
}
