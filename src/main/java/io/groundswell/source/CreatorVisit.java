package io.groundswell.source;

import io.groundswell.shared.Refusal;
import io.groundswell.work.Doubling;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Looks a creator up: the profile, and page by page the videos. Sources are asked outside of transactions; each answer is kept with
 * how far that is in one of its own. Whoever dies in between leaves a claim that runs out, and the next one goes on from there.
 */
@ApplicationScoped
class CreatorVisit {
    private static final Logger LOG = Logger.getLogger(CreatorVisit.class);

    /** So often in a row, each time later, must a source say that there is no such creator. */
    private static final int BELIEVED_ABSENCES = 3;

    private final SourceRows sources;
    private final CreatorWatches watches;
    private final ProfileKeeping profiles;
    private final Discovery discovery;
    private final Clock clock;

    CreatorVisit(
            SourceRows sources, CreatorWatches watches, ProfileKeeping profiles, Discovery discovery, Clock clock) {
        this.sources = sources;
        this.watches = watches;
        this.profiles = profiles;
        this.discovery = discovery;
        this.clock = clock;
    }

    void visit(WatchedCreator watched) {
        try {
            look(watched);
        } catch (LeaseLost lost) {
            LOG.debugf("Creator %s is somebody else's by now", watched.id());
        }
    }

    private void look(WatchedCreator watched) {
        var now = clock.instant();
        var source = sources.of(watched.programId(), watched.handle()).orElse(null);
        if (source == null) {
            watches.rest(watched, now);
        } else if (source.isPaused(now)) {
            defer(watched, source.pausedUntil(), watched.failures(), source.lastError());
        } else {
            ask(watched, source, now);
        }
    }

    private void ask(WatchedCreator watched, ConnectedSource source, Instant now) {
        try {
            if (!watched.profileDueAt().isAfter(now)) {
                profiles.read(watched, source);
            }
            if (!watched.discoverDueAt().isAfter(now)) {
                discovery.search(watched, source, now.plus(CreatorWatches.LEASE.dividedBy(2)));
            }
            watches.done(watched);
        } catch (SourceFailure failure) {
            LOG.infof("Creator %s was not looked up: %s", watched.id(), failure.getMessage());
            failed(watched, failure);
        } catch (Refusal gone) {
            // It, or its programme, is being removed: if it comes back, it is made due.
            LOG.infof("Creator %s was not looked up: %s", watched.id(), gone.getMessage());
            defer(watched, retry(watched), watched.failures() + 1, gone.getMessage());
        }
    }

    private void failed(WatchedCreator watched, SourceFailure failure) {
        var now = clock.instant();
        switch (failure.kind()) {
            case LIMITED, WAITING ->
                defer(watched, now.plus(failure.pause()), watched.failures(), failure.getMessage());
            case ABSENT -> absent(watched, failure);
            default -> defer(watched, retry(watched), watched.failures() + 1, failure.getMessage());
        }
    }

    private Instant retry(WatchedCreator watched) {
        return clock.instant().plus(Intervals.retry(watched.failures() + 1));
    }

    private void defer(WatchedCreator watched, Instant due, int failures, String notice) {
        QuarkusTransaction.requiringNew().run(() -> watches.defer(watched, due, failures, watched.absences(), notice));
    }

    private void absent(WatchedCreator watched, SourceFailure failure) {
        var times = watched.absences() + 1;
        QuarkusTransaction.requiringNew().run(() -> {
            if (times >= BELIEVED_ABSENCES) {
                profiles.switchOff(watched);
            }
            var wait = Doubling.of(CreatorWatches.LATER, times, 5);
            watches.defer(watched, clock.instant().plus(wait), 0, times, failure.getMessage());
        });
    }
}
