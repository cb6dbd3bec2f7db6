package io.groundswell.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says who is asked for which counters: as many videos in a call as a source takes. */
@ApplicationScoped
class CountingCalls {
    private final SourceRows rows;
    private final Sources sources;
    private final Counting counting;

    CountingCalls(SourceRows rows, Sources sources, Counting counting) {
        this.rows = rows;
        this.sources = sources;
        this.counting = counting;
    }

    /** @param source null where there is none to ask */
    record Call(Counting counting, ConnectedSource source, List<WatchedVideo> videos) {
        String name() {
            return "%d videos of project %s"
                    .formatted(videos.size(), videos.get(0).programId());
        }

        int make() {
            if (source == null) {
                counting.rest(videos);
            } else {
                counting.count(source, videos);
            }
            return videos.size();
        }
    }

    private record Whose(UUID programId, String handle) {}

    /** @param claimed some of them without a claim, with which nothing is done */
    List<Call> of(List<WatchedVideo> claimed) {
        var calls = new ArrayList<Call>();
        var asked = new LinkedHashMap<ConnectedSource, List<WatchedVideo>>();
        claimed.stream()
                .filter(video -> video.claim() != null)
                .collect(Collectors.groupingBy(
                        video -> new Whose(video.programId(), video.handle()), LinkedHashMap::new, Collectors.toList()))
                .forEach((whose, videos) -> rows.of(whose.programId(), whose.handle())
                        .ifPresentOrElse(
                                source -> asked.computeIfAbsent(source, any -> new ArrayList<>())
                                        .addAll(videos),
                                () -> calls.add(new Call(counting, null, videos))));
        asked.forEach((source, videos) -> {
            var byVideo = videos.stream().collect(Collectors.toMap(WatchedVideo::video, Function.identity()));
            sources.of(source.kind())
                    .calls(videos.stream().map(WatchedVideo::video).toList())
                    .forEach(part -> calls.add(new Call(
                            counting, source, part.stream().map(byVideo::get).toList())));
        });
        return calls;
    }
}
