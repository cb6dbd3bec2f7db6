package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.creator.CreatorUpkeep;
import io.groundswell.database.Alone;
import io.groundswell.metric.Counter;
import io.groundswell.metric.Counters;
import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.program.ProgramService;
import io.groundswell.recording.RecordingService;
import io.groundswell.shared.Refusal;
import io.groundswell.video.VideoUpkeep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Reads profiles, and keeps what is new in them. */
@ApplicationScoped
class ProfileKeeping {
    private static final Logger LOG = Logger.getLogger(ProfileKeeping.class);

    private final Asking asking;
    private final SourceRows rows;
    private final CreatorWatches watches;
    private final CreatorUpkeep creators;
    private final VideoUpkeep videos;
    private final ProgramService programs;
    private final RecordingService recording;
    private final Intervals intervals;
    private final AgroalDataSource database;
    private final Clock clock;

    ProfileKeeping(
            Asking asking,
            SourceRows rows,
            CreatorWatches watches,
            CreatorUpkeep creators,
            VideoUpkeep videos,
            ProgramService programs,
            RecordingService recording,
            Intervals intervals,
            AgroalDataSource database,
            Clock clock) {
        this.asking = asking;
        this.rows = rows;
        this.watches = watches;
        this.creators = creators;
        this.videos = videos;
        this.programs = programs;
        this.recording = recording;
        this.intervals = intervals;
        this.database = database;
        this.clock = clock;
    }

    void read(WatchedCreator watched, ConnectedSource source) {
        var told = asking.ask(
                source, (adapter, credentials) -> adapter.profile(credentials, watched.handle(), watched.from()));
        QuarkusTransaction.requiringNew().run(() -> keep(watched, told));
        // Of whoever knows an account by its handle alone, the one who has the handle now may be somebody else.
        if (source.account() != null && told.handle() != null && !told.handle().equalsIgnoreCase(watched.handle())) {
            follow(watched, source, told.handle());
        }
    }

    private void follow(WatchedCreator watched, ConnectedSource source, String handle) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Alone.with(database, "sources " + watched.programId());
                creators.rename(watched.owner(), watched.id(), handle);
                rows.rename(source, handle, clock.instant());
                videos.follow(watched.programId(), watched.handle(), handle);
            });
        } catch (Refusal refused) {
            LOG.infof("Creator %s keeps its handle: %s", watched.id(), refused.getMessage());
            return;
        }
        // Whoever has another handle is looked up anew, under another claim.
        throw new LeaseLost();
    }

    private void keep(WatchedCreator watched, Profile told) {
        var now = clock.instant();
        programs.hold(watched.owner(), watched.programId());
        var creator = creators.hold(watched.owner(), watched.id());
        // A name that somebody wrote stays until the creator has another one.
        var isNews = told.displayName() != null && !told.displayName().equals(watched.toldName());
        if (isNews && (watched.toldName() != null || creator.displayName() == null)) {
            creators.call(creator, told.displayName());
        }
        var changes = ProfileChanges.of(watched, told);
        if (!changes.isEmpty()) {
            creators.changed(watched.owner(), watched.id(), changes);
        }
        var isDoubted = !watched.doubted() && Doubts.fallsDeep(watched.followers(), told.followers());
        recording.record(watched.owner(), watched.programId(), isDoubted ? List.of() : samples(watched, told, now));
        var usual = intervals.profile(watched.owner().organizationId());
        watches.profiled(watched, told, isDoubted, now.plus(isDoubted ? Intervals.again(usual) : usual), now);
    }

    /** What was before goes with the first look alone. */
    private static List<Sample> samples(WatchedCreator watched, Profile told, Instant now) {
        var subject = new Subject(Subject.Kind.CREATOR, watched.id().toString());
        var samples = new ArrayList<Sample>();
        if (watched.toldName() == null) {
            told.earlier().forEach((at, followers) -> samples.add(sample(subject, at, followers)));
        }
        if (told.followers() != null) {
            samples.add(sample(subject, now, told.followers()));
        }
        return samples;
    }

    private static Sample sample(Subject subject, Instant at, long followers) {
        return new Sample(subject, at, new Counters(Map.of(Counter.FOLLOWERS, followers)));
    }

    /** To be called in a transaction. */
    void switchOff(WatchedCreator watched) {
        programs.hold(watched.owner(), watched.programId());
        var creator = creators.hold(watched.owner(), watched.id());
        creators.switchOff(watched.owner(), creator, "Not found on TikTok any more, so tracking is off");
    }
}
