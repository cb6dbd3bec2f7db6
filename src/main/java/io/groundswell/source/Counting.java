package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.recording.RecordingService;
import io.groundswell.shared.Refusal;
import io.groundswell.source.SourceFailure.Kind;
import io.groundswell.source.VideoWatches.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads the counters of videos, many with a call. Sources are asked outside of transactions; what they tell is kept with when it is
 * read next in one. Whoever dies in between leaves claims that run out.
 */
@ApplicationScoped
class Counting {
    private static final Logger LOG = Logger.getLogger(Counting.class);

    private final SourceRows rows;
    private final Asking asking;
    private final VideoWatches watches;
    private final RecordingService recording;
    private final Intervals intervals;
    private final AgroalDataSource database;
    private final Clock clock;

    Counting(
            SourceRows rows,
            Asking asking,
            VideoWatches watches,
            RecordingService recording,
            Intervals intervals,
            AgroalDataSource database,
            Clock clock) {
        this.rows = rows;
        this.asking = asking;
        this.watches = watches;
        this.recording = recording;
        this.intervals = intervals;
        this.database = database;
        this.clock = clock;
    }

    /** @param videos of one programme and handle, in one call */
    void count(ConnectedSource source, List<WatchedVideo> videos) {
        var now = clock.instant();
        if (source.isPaused(now)) {
            settle(videos, (video, times) -> new Outcome(video, source.pausedUntil(), video.failures()));
            return;
        }
        try {
            var known = videos.stream().map(WatchedVideo::video).toList();
            var told = asking.ask(source, (adapter, credentials) -> adapter.counters(credentials, known));
            QuarkusTransaction.requiringNew().run(() -> keep(videos, told, clock.instant()));
        } catch (LeaseLost lost) {
            LOG.debugf("%d videos are somebody else's by now", videos.size());
        } catch (SourceFailure failure) {
            LOG.infof("%d videos were not counted: %s", videos.size(), failure.getMessage());
            failed(videos, failure);
        } catch (Refusal gone) {
            LOG.infof("%d videos were not counted: %s", videos.size(), gone.getMessage());
            failed(videos, SourceFailure.passing(gone.getMessage(), gone));
        }
    }

    private void failed(List<WatchedVideo> videos, SourceFailure failure) {
        var now = clock.instant();
        settle(
                videos,
                (video, times) -> failure.kind() == Kind.LIMITED || failure.kind() == Kind.WAITING
                        ? new Outcome(video, now.plus(failure.pause()), video.failures())
                        : new Outcome(video, now.plus(Intervals.retry(times)), times));
    }

    private void settle(List<WatchedVideo> videos, BiFunction<WatchedVideo, Integer, Outcome> outcome) {
        var outcomes = videos.stream()
                .map(video -> outcome.apply(video, video.failures() + 1))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> watches.settle(outcomes));
    }

    private void keep(List<WatchedVideo> videos, Map<String, Counters> told, Instant now) {
        var first = videos.get(0);
        var answered = videos.stream()
                .filter(video -> !counters(told, video).values().isEmpty())
                .toList();
        var doubted = answered.stream()
                .filter(video -> !video.doubted() && Doubts.about(counters(told, video), video.level()))
                .collect(Collectors.toSet());
        var samples = answered.stream()
                .filter(video -> !doubted.contains(video))
                .map(video -> new Sample(
                        new Subject(Subject.Kind.VIDEO, video.video().id().toString()), now, counters(told, video)))
                .toList();
        recording.record(first.owner(), first.programId(), samples);
        watches.touch(answered, now);
        var usual = intervals.counters(first.owner().organizationId());
        var settled = watches.settle(videos.stream()
                .map(video -> outcome(video, answered.contains(video), doubted.contains(video), usual, now))
                .toList());
        if (settled == 0) {
            throw new LeaseLost();
        }
    }

    private static Counters counters(Map<String, Counters> told, WatchedVideo video) {
        return told.getOrDefault(video.video().platformId(), Counters.NONE);
    }

    private Outcome outcome(WatchedVideo watched, boolean isThere, boolean isDoubted, Duration usual, Instant now) {
        var wait = intervals.counters(usual, watched.video().postedAt(), now);
        if (isDoubted) {
            return new Outcome(watched, now.plus(Intervals.again(wait)), 0, true);
        }
        return isThere
                ? new Outcome(watched, now.plus(wait), 0, false)
                : new Outcome(watched, now.plus(Intervals.missing(wait, watched.failures())), watched.failures() + 1);
    }

    /** No source is connected. Locked against connect, so that a source connected meanwhile is not missed. */
    void rest(List<WatchedVideo> videos) {
        var first = videos.get(0);
        QuarkusTransaction.requiringNew().run(() -> {
            Alone.with(database, "sources " + first.programId());
            var isThere = rows.of(first.programId(), first.handle()).isPresent();
            var due = isThere ? clock.instant() : null;
            watches.settle(
                    videos.stream().map(video -> new Outcome(video, due, 0)).toList());
        });
    }
}
