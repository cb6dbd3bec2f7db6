package io.groundswell.source;

import io.groundswell.database.Chunks;
import io.groundswell.database.DatabaseFaults;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.recording.RecordingService;
import io.groundswell.source.SourceFailure.Kind;
import io.groundswell.video.VideoAddress;
import io.groundswell.video.VideoDiscovery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import org.jboss.logging.Logger;

/** Looks for the videos of a creator, page by page; what is new is added with where its counters stand. */
@ApplicationScoped
class Discovery {
    private static final Logger LOG = Logger.getLogger(Discovery.class);

    /** Of a visit; the next one goes on. */
    private static final int MOST_PAGES = 10;

    /** From the first video to the last. */
    private static final int MOST_PAGES_IN_ALL = 1_000;

    /** Of keeping a page, which waits for all who add videos to the organization. */
    private static final int ATTEMPTS = 5;

    private final Asking asking;
    private final CreatorWatches watches;
    private final VideoWatches videoWatches;
    private final VideoDiscovery videos;
    private final RecordingService recording;
    private final Intervals intervals;
    private final Clock clock;

    Discovery(
            Asking asking,
            CreatorWatches watches,
            VideoWatches videoWatches,
            VideoDiscovery videos,
            RecordingService recording,
            Intervals intervals,
            Clock clock) {
        this.asking = asking;
        this.watches = watches;
        this.videoWatches = videoWatches;
        this.videos = videos;
        this.recording = recording;
        this.intervals = intervals;
        this.clock = clock;
    }

    /** @param enough when no further page is begun */
    void search(WatchedCreator watched, ConnectedSource source, Instant enough) {
        var seen = new HashSet<String>();
        var at = Progress.read(source, watched.cursor(), watched.pages());
        for (var pages = 1; pages <= MOST_PAGES && clock.instant().isBefore(enough); pages++) {
            var page = page(watched, source, at.cursor());
            if (page.next() != null && (!seen.add(page.next()) || page.next().equals(at.cursor()))) {
                end(watched);
                throw SourceFailure.of(Kind.NONSENSE, "The pages of videos lead back to one another");
            }
            var next = at.next(page.next());
            if (keepPatiently(watched, page, next, enough)) {
                return;
            }
            if (next.pages() >= MOST_PAGES_IN_ALL) {
                end(watched);
                throw SourceFailure.of(
                        Kind.NONSENSE, "There are more than %,d pages of videos".formatted(MOST_PAGES_IN_ALL));
            }
            at = next;
        }
    }

    private FoundPage page(WatchedCreator watched, ConnectedSource source, String cursor) {
        try {
            return asking.ask(
                    source,
                    (adapter, credentials) -> adapter.videos(credentials, watched.handle(), watched.from(), cursor));
        } catch (SourceFailure failure) {
            if (cursor == null || !isOver(watched, failure)) {
                throw failure;
            }
            QuarkusTransaction.requiringNew().run(() -> watches.beginAnew(watched));
            throw SourceFailure.of(Kind.NONSENSE, failure.getMessage());
        }
    }

    /** A source may forget a search; that it does not find it says nothing of the creator. What makes no sense may do so when repeated. */
    private static boolean isOver(WatchedCreator watched, SourceFailure failure) {
        return failure.kind() == Kind.ABSENT || failure.kind() == Kind.NONSENSE && watched.failures() > 0;
    }

    /** Begins anew next time. */
    private void end(WatchedCreator watched) {
        QuarkusTransaction.requiringNew().run(() -> watches.discovered(watched, null, null, next(watched)));
    }

    private Instant next(WatchedCreator watched) {
        return clock.instant().plus(intervals.discovery(watched.owner().organizationId()));
    }

    /**
     * What a source has told is not asked for again because the database was busy. Each attempt ends with the database's own timeouts,
     * and none is begun so late that the claim might not last.
     */
    private boolean keepPatiently(WatchedCreator watched, FoundPage page, Progress next, Instant enough) {
        for (var attempt = 1; true; attempt++) {
            var isFirst = attempt == 1;
            try {
                return QuarkusTransaction.requiringNew().call(() -> keep(watched, page, next, isFirst));
            } catch (RuntimeException busy) {
                if (attempt == ATTEMPTS || !clock.instant().isBefore(enough) || !DatabaseFaults.passes(busy)) {
                    throw busy;
                }
                LOG.infof("Videos of creator %s are kept again: %s", watched.id(), busy.getMessage());
            }
        }
    }

    /**
     * Whether there is no use in another page.
     *
     * @param isFirst whether it is sure that these videos were not added by a commit of which nobody heard
     */
    private boolean keep(WatchedCreator watched, FoundPage page, Progress next, boolean isFirst) {
        var now = clock.instant();
        var found = new LinkedHashMap<String, FoundVideo>();
        page.videos().forEach(video -> found.putIfAbsent(video.platformId(), video));
        var added = videos.add(
                watched.owner(),
                watched.programId(),
                watched.id(),
                found.values().stream()
                        .map(video -> new VideoDiscovery.Found(
                                address(watched.handle(), video), video.title(), video.postedAt()))
                        .toList());
        record(watched, found, added, now);
        watches.paged(watched, next, now);
        var isFamiliar = isFirst && added.ids().isEmpty() && watched.knowsThePast();
        var isLast = page.next() == null || added.isOld() || added.isFull() || isFamiliar;
        if (isLast) {
            var notice = added.isFull()
                    ? "Not all videos are tracked: max_tracked_videos_per_org, or what a project keeps, is reached"
                    : null;
            watches.discovered(watched, added.isFull() ? null : watched.from(), notice, next(watched));
        }
        return isLast;
    }

    private static VideoAddress address(String handle, FoundVideo video) {
        return VideoAddress.read(video.url() == null ? "" : video.url())
                .filter(address -> video.platformId().equals(address.platformId()))
                .orElseGet(() -> new VideoAddress(
                        "https://www.tiktok.com/@%s/video/%s".formatted(handle, video.platformId()),
                        video.platformId()));
    }

    private void record(
            WatchedCreator watched, LinkedHashMap<String, FoundVideo> found, VideoDiscovery.Added added, Instant now) {
        var samples = new ArrayList<Sample>();
        added.ids().forEach((platformId, id) -> {
            var subject = new Subject(Subject.Kind.VIDEO, id.toString());
            var video = found.get(platformId);
            video.earlier().forEach((at, counters) -> samples.add(new Sample(subject, at, counters)));
            if (!video.counters().values().isEmpty()) {
                samples.add(new Sample(subject, now, video.counters()));
            }
        });
        Chunks.of(samples, RecordingService.MOST)
                .forEach(some -> recording.record(watched.owner(), watched.programId(), some));
        var counters = intervals.counters(watched.owner().organizationId());
        added.ids()
                .forEach((platformId, id) -> videoWatches.begin(
                        id,
                        now.plus(intervals.counters(
                                counters, found.get(platformId).postedAt(), now))));
    }
}
