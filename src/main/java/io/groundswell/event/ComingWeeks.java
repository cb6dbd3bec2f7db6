package io.groundswell.event;

import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

/** Makes the weeks of events before the first event of each asks for them. */
@ApplicationScoped
class ComingWeeks implements Round {
    private final Partitions partitions;
    private final Clock clock;

    ComingWeeks(Partitions partitions, Clock clock) {
        this.partitions = partitions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "coming_weeks";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public int run(Instant deadline) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return partitions.ensure(Set.of(today, today.plusWeeks(1)));
    }
}
