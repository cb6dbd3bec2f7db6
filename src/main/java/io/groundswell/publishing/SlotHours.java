package io.groundswell.publishing;

import io.groundswell.mission.Platform;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses hours for the slots of a plan: the best free one, unless a trial or the mission's preference is due. */
final class SlotHours {
    private final BestHours bestHours;
    private final Preference preference;

    SlotHours(BestHours bestHours, Preference preference) {
        this.bestHours = bestHours;
        this.preference = preference;
    }

    /** None for a mission that keeps to fixed times, or when no hour inside the span is free. */
    Optional<Slot> slot(Platform platform, int round, LocalDay day, Span span, Predicate<Instant> isFree) {
        var free = bestHours.free(day, span, isFree);
        return bestHours.best(platform, day, free).map(best -> {
            var trial = Trials.hour(round, free, best);
            var hour = trial.orElseGet(() -> preferred(platform, round, day, free, best));
            return Slot.in(day.zone(), day.at(hour), platform, trial.isPresent());
        });
    }

    private LocalTime preferred(Platform platform, int round, LocalDay day, List<LocalTime> free, LocalTime best) {
        if (preference.includes(best) || !preference.isDue(round)) {
            return best;
        }
        var preferred = free.stream().filter(preference::includes).toList();
        return bestHours.best(platform, day, preferred).orElse(best);
    }
}
