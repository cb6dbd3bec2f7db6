package io.groundswell.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Of thirteen slots that a platform gets, three try an hour that nothing speaks for yet: without them nothing could ever
 * be learned of it. They lie four or five slots apart, and thirteen keeps step neither with weeks of however many days
 * nor with types that alternate. They go to the parts of the day in which the best hour is not, one after the other, and
 * in each to one hour after the other; where all hours lie in one part, to the others of these.
 */
final class Trials {
    private static final int TRIALS = 3;
    private static final int SLOTS = 13;

    private Trials() {}

    /**
     * The hour to try, if it is time to.
     *
     * @param round how many slots the platform had before
     * @param free hours to choose from, in order
     * @param best what the slot would get otherwise
     */
    static Optional<LocalTime> hour(int round, List<LocalTime> free, LocalTime best) {
        var before = before(round);
        var others = others(free, best);
        if (before(round + 1) == before || others.isEmpty()) {
            return Optional.empty();
        }
        var part = others.get(before % others.size());
        return Optional.of(part.get(before / others.size() % part.size()));
    }

    private static int before(int round) {
        return round * TRIALS / SLOTS;
    }

    private static List<List<LocalTime>> others(List<LocalTime> free, LocalTime best) {
        var parts = free.stream()
                .filter(hour -> !hour.equals(best))
                .collect(groupingBy(PartOfDay::at, TreeMap::new, toList()));
        if (parts.size() > 1) {
            parts.remove(PartOfDay.at(best));
        }
        return List.copyOf(parts.values());
    }
}
