package io.groundswell.source;

import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the counters of the videos that are due. */
@ApplicationScoped
class VideoRound implements Round {
    private static final int BATCH = 200;
    private static final int MAX_PER_ROUND = 10_000;

    private final VideoWatches watches;
    private final SourceRows rows;
    private final Sources sources;
    private final Counting counting;
    private final Lookups lookups;
    private final Clock clock;

    VideoRound(
            VideoWatches watches, SourceRows rows, Sources sources, Counting counting, Lookups lookups, Clock clock) {
        this.watches = watches;
        this.rows = rows;
        this.sources = sources;
        this.counting = counting;
        this.lookups = lookups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "videos";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int run(Instant deadline) {
        var done = 0;
        while (done < MAX_PER_ROUND && clock.instant().isBefore(deadline)) {
            var claimed = watches.claim(clock.instant(), BATCH);
            lookups.all(calls(claimed));
            done += claimed.size();
            if (claimed.size() < BATCH) {
                break;
            }
        }
        return done;
    }

    private record Whose(UUID programId, String handle) {}

    private List<Runnable> calls(List<WatchedVideo> claimed) {
        var calls = new ArrayList<Runnable>();
        var asked = new LinkedHashMap<ConnectedSource, List<WatchedVideo>>();
        claimed.stream()
                .filter(video -> video.claim() != null)
                .collect(Collectors.groupingBy(
                        video -> new Whose(video.programId(), video.handle()), LinkedHashMap::new, Collectors.toList()))
                .forEach((whose, videos) -> rows.of(whose.programId(), whose.handle())
                        .ifPresentOrElse(
                                source -> asked.computeIfAbsent(source, any -> new ArrayList<>())
                                        .addAll(videos),
                                () -> calls.add(() -> counting.rest(videos))));
        asked.forEach((source, videos) -> {
            var byVideo = videos.stream().collect(Collectors.toMap(WatchedVideo::video, Function.identity()));
            sources.of(source.kind())
                    .calls(videos.stream().map(WatchedVideo::video).toList())
                    .forEach(part -> calls.add(() -> counting.count(
                            source, part.stream().map(byVideo::get).toList())));
        });
        return calls;
    }
}
