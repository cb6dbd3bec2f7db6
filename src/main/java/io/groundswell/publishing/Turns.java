package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Lets platforms take turns over the slots. One that has no room at a slot is passed over and the next one asked. */
final class Turns {
    private final List<Platform> platforms;
    private int next;

    Turns(List<Platform> platforms, int first) {
        this.platforms = platforms;
        this.next = first;
    }

    int next() {
        return next;
    }

    /** @param room is told the platform and how many turns it had before, one more than the platform in front of it */
    Optional<Slot> take(BiFunction<Platform, Integer, Optional<Slot>> room) {
        for (var turn = next; turn < next + platforms.size(); turn++) {
            var index = turn % platforms.size();
            var slot = room.apply(platforms.get(index), turn / platforms.size() + index);
            if (slot.isPresent()) {
                next = turn + 1;
                return slot;
            }
        }
        return Optional.empty();
    }
}
