package io.groundswell.source.sandbox;

import io.groundswell.database.Chunks;
import io.groundswell.metric.Counters;
import io.groundswell.source.Credentials;
import io.groundswell.source.FoundPage;
import io.groundswell.source.FoundVideo;
import io.groundswell.source.KnownVideo;
import io.groundswell.source.Opened;
import io.groundswell.source.Profile;
import io.groundswell.source.Source;
import io.groundswell.source.SourceConfig;
import io.groundswell.source.SourceFailure;
import io.groundswell.source.SourceFailure.Kind;
import io.groundswell.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks up the sandbox's imagined TikTok, which also knows how things stood before. Whoever is called {@code gone…} is not there. */
@ApplicationScoped
class SandboxSource implements Source {
    private static final String GONE = "gone";
    private static final int DAYS_OF_A_PAGE = 30;
    private static final int DAYS_OF_THE_PAST = 400;
    private static final int AT_ONCE = 100;

    private final SourceConfig config;
    private final Clock clock;

    SandboxSource(SourceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SANDBOX;
    }

    @Override
    public boolean isOffered() {
        return config.sandbox();
    }

    @Override
    public Opened open(Map<String, String> told) {
        return new Opened("Sandbox", null, new Credentials(Map.of()));
    }

    @Override
    public Profile profile(Credentials credentials, String handle, LocalDate from) {
        requirePresence(handle);
        var now = clock.instant();
        var start = from.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Profile(
                handle,
                handle.replaceAll("[._-]+", " "),
                "https://sandbox.invalid/avatar/%s.png".formatted(handle),
                "Not a real account",
                SandboxTikTok.followers(handle, now),
                past(start, now, at -> SandboxTikTok.followers(handle, at)));
    }

    private static void requirePresence(String handle) {
        if (SandboxTikTok.key(handle).startsWith(GONE)) {
            throw SourceFailure.of(Kind.ABSENT, "The sandbox has no @" + handle);
        }
    }

    /** By the day. */
    private static <T> TreeMap<Instant, T> past(Instant start, Instant now, Function<Instant, T> value) {
        var past = new TreeMap<Instant, T>();
        var at = now.minus(Duration.ofDays(1));
        for (var day = 0; day < DAYS_OF_THE_PAST && at.isAfter(start); day++) {
            past.put(at, value.apply(at));
            at = at.minus(Duration.ofDays(1));
        }
        return past;
    }

    @Override
    public FoundPage videos(Credentials credentials, String handle, LocalDate from, String cursor) {
        requirePresence(handle);
        var now = clock.instant();
        var last = cursor == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : LocalDate.parse(cursor);
        var first = last.minusDays(DAYS_OF_A_PAGE - 1L);
        var found = new ArrayList<FoundVideo>();
        for (var day = last; !day.isBefore(first) && !day.isBefore(from); day = day.minusDays(1)) {
            var posted = SandboxTikTok.postedAt(handle, day);
            if (SandboxTikTok.postsOn(handle, day) && !posted.isAfter(now)) {
                found.add(found(handle, day, posted, now));
            }
        }
        return new FoundPage(found, first.isAfter(from) ? first.minusDays(1).toString() : null);
    }

    private static FoundVideo found(String handle, LocalDate day, Instant posted, Instant now) {
        var id = SandboxTikTok.videoId(handle, day);
        var past = past(posted, now, at -> SandboxTikTok.counters(id, posted, at));
        past.put(posted, SandboxTikTok.counters(id, posted, posted));
        return new FoundVideo(
                id,
                "https://www.tiktok.com/@%s/video/%s".formatted(handle, id),
                "Video of " + day,
                posted,
                SandboxTikTok.counters(id, posted, now),
                past);
    }

    @Override
    public List<List<KnownVideo>> calls(List<KnownVideo> videos) {
        return Chunks.of(videos, AT_ONCE);
    }

    /** Of any video: one that was added by its address is imagined to be old when nobody knows. */
    @Override
    public Map<String, Counters> counters(Credentials credentials, List<KnownVideo> videos) {
        var now = clock.instant();
        var counters = new HashMap<String, Counters>();
        videos.forEach(video -> {
            var posted = video.postedAt() == null ? SandboxTikTok.LONG_AGO : video.postedAt();
            counters.put(video.platformId(), SandboxTikTok.counters(video.platformId(), posted, now));
        });
        return counters;
    }
}
