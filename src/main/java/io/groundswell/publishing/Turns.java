package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lets platforms take turns over the slots. One that has no room at a slot is passed over and the next one asked. */
final class Turns {
    private final List<Platform> platforms;
    private int next;

    Turns(List<Platform> platforms, int first) {
        this.platforms = platforms;
        this.next = Math.floorMod(first, platforms.size());
    }

    int next() {
        return next;
    }

    Optional<Map.Entry<Platform, Instant>> take(Function<Platform, Optional<Instant>> room) {
        for (var passed = 0; passed < platforms.size(); passed++) {
            var index = (next + passed) % platforms.size();
            var platform = platforms.get(index);
            var at = room.apply(platform);
            if (at.isPresent()) {
                next = (index + 1) % platforms.size();
                return Optional.of(Map.entry(platform, at.get()));
            }
        }
        return Optional.empty();
    }
}
