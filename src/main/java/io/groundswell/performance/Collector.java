package io.groundswell.performance;

import io.groundswell.metric.Sample;
import io.groundswell.metric.Snapshots;
import io.groundswell.metric.Subject;
import io.groundswell.publishing.MetricFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Measures posts that are due: claims them in a commit, asks networks outside of any transaction, and keeps what they told
 * with the time of the next reading in one more. Whoever dies in between leaves a lease that runs out.
 */
@ApplicationScoped
public class Collector {
    private static final Logger LOG = Logger.getLogger(Collector.class);
    private static final Duration WHILE_PAUSED = Duration.ofHours(1);
    /** Short as a claim is, this is long. */
    private static final int ATTEMPTS = 20;

    private final Watches watches;
    private final MetricSources sources;
    private final Snapshots snapshots;
    private final KpiChecks checks;
    private final Clock clock;

    Collector(Watches watches, MetricSources sources, Snapshots snapshots, KpiChecks checks, Clock clock) {
        this.watches = watches;
        this.sources = sources;
        this.snapshots = snapshots;
        this.checks = checks;
        this.clock = clock;
    }

    /** Claims at most so many of what is due, all of one organization and mode. */
    List<WatchedPost> due(int limit) {
        return claimed(now -> watches.claim(now, limit));
    }

    /** Measures at most so many of one mission's posts that were due at {@code until}; returns how many were looked at. */
    public int collect(String missionId, Instant until, int limit) {
        return measure(claimed(now -> watches.claim(missionId, until, now, limit)));
    }

    private List<WatchedPost> claimed(Function<Instant, List<WatchedPost>> claim) {
        return QuarkusTransaction.requiringNew().call(() -> claim.apply(clock.instant()));
    }

    /** @param claimed of one organization and mode */
    int measure(List<WatchedPost> claimed) {
        var enough = clock.instant().plus(Watches.LEASE.dividedBy(2));
        var readings = claimed.stream()
                .sorted(Comparator.comparing(WatchedPost::contentId))
                // What others took too long for stays claimed, and is due again when the lease is over.
                .takeWhile(any -> clock.instant().isBefore(enough))
                .map(this::read)
                .toList();
        settleAll(readings);
        return claimed.size();
    }

    /**
     * Whoever claims other posts locks these for a moment, to find that they are claimed. What is locked for longer is being
     * deleted, or is due again when its lease is over.
     */
    private void settleAll(List<Reading> readings) {
        var left = readings;
        for (var attempt = 0; attempt < ATTEMPTS && !left.isEmpty(); attempt++) {
            var some = left;
            left = QuarkusTransaction.requiringNew().call(() -> settle(some));
        }
    }

    /** What came of one post; without a sample there was no answer, or no question. */
    private record Reading(WatchedPost watched, Optional<Sample> sample, Optional<Instant> next, int failures) {}

    private Reading read(WatchedPost watched) {
        var now = clock.instant();
        if (!watched.isOut()) {
            return new Reading(watched, Optional.empty(), Optional.empty(), 0);
        }
        if (watched.isPaused()) {
            return new Reading(watched, Optional.empty(), Optional.of(now.plus(WHILE_PAUSED)), watched.failures());
        }
        try {
            var counters =
                    sources.of(watched.owner(), watched.post().platform()).lifetime(watched.post());
            var sample = new Sample(Subject.content(watched.contentId()), now, counters);
            var next = MeasuringSchedule.next(watched.post().publishedAt(), now);
            return new Reading(watched, Optional.of(sample), next, 0);
        } catch (MetricFailure failure) {
            LOG.infof("%s was not measured: %s", watched.contentId(), failure.getMessage());
            return failed(watched, now, failure.isPermanent());
        } catch (RuntimeException unexpected) {
            LOG.warnf(unexpected, "%s was not measured", watched.contentId());
            return failed(watched, now, false);
        }
    }

    private static Reading failed(WatchedPost watched, Instant now, boolean forGood) {
        var failures = watched.failures() + 1;
        var next = forGood
                ? Optional.<Instant>empty()
                : MeasuringSchedule.retry(watched.post().publishedAt(), now, failures);
        return new Reading(watched, Optional.empty(), next, failures);
    }

    /** Gives back those that could not be held though their claims are good. */
    private List<Reading> settle(List<Reading> readings) {
        var owner = readings.get(0).watched().owner();
        var held = readings.stream()
                .filter(reading -> watches.hold(reading.watched()))
                .toList();
        var samples =
                held.stream().flatMap(reading -> reading.sample().stream()).toList();
        snapshots.record(owner, samples);
        checks.ask(owner, samples);
        held.forEach(reading -> watches.settle(reading.watched(), reading.next(), reading.failures()));
        return readings.stream()
                .filter(reading -> !held.contains(reading) && watches.stands(reading.watched()))
                .toList();
    }
}
