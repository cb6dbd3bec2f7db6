package io.groundswell.pipeline;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Tells operators how many jobs there are in which state, and since when. All instances count the same rows. */
@ApplicationScoped
class JobGauges implements Round {
    private static final Sql BACKLOG = Sql.file(JobGauges.class, "backlog.sql");

    private final AgroalDataSource database;
    private final Clock clock;
    private final Map<String, AtomicLong> jobs = new HashMap<>();
    private final AtomicLong oldestSeconds;

    private enum State {
        WAITING,
        HELD,
        LATER,
        PAUSED,
        FAILED;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    JobGauges(AgroalDataSource database, MeterRegistry meters, Clock clock) {
        this.database = database;
        this.clock = clock;
        Stream.of(State.values())
                .map(State::label)
                .forEach(label -> jobs.put(
                        label, meters.gauge("groundswell.pipeline.jobs", Tags.of("state", label), new AtomicLong())));
        this.oldestSeconds = meters.gauge("groundswell.pipeline.oldest.seconds", new AtomicLong());
    }

    @Override
    public String name() {
        return "pipeline-gauges";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(15);
    }

    /** Looks and does nothing, so there is never more to do. */
    @Override
    public int run(Instant deadline) {
        var now = clock.instant();
        var counted = new HashMap<String, Long>();
        var oldest = new AtomicLong();
        BACKLOG.list(database, Map.of("now", now), row -> {
            var state = row.getString("state");
            counted.put(state, row.getLong("jobs"));
            if (state.equals(State.WAITING.label())) {
                oldest.set(Duration.between(Sql.instant(row, "oldest"), now).toSeconds());
            }
            return null;
        });
        jobs.forEach((state, told) -> told.set(counted.getOrDefault(state, 0L)));
        oldestSeconds.set(oldest.get());
        return 0;
    }
}
