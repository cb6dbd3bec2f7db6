package io.groundswell.video.envelope;

import io.groundswell.metric.Counters;
import io.groundswell.shared.Page;
import io.groundswell.video.Video;
import io.groundswell.video.VideoCounts;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.envelope.EnvelopeItems;
import io.groundswell.wire.envelope.EnvelopeList;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Puts what was measured of videos beside what is known of them. */
@ApplicationScoped
class VideoFigures {
    private final VideoCounts counts;
    private final CurrentCaller caller;

    VideoFigures(VideoCounts counts, CurrentCaller caller) {
        this.counts = counts;
        this.caller = caller;
    }

    VideoResponse one(Video video) {
        return measured(List.of(video)).apply(video);
    }

    EnvelopeItems<VideoResponse> several(List<Video> videos) {
        return EnvelopeItems.of(videos, measured(videos));
    }

    EnvelopeList<VideoResponse> page(Page<Video> page) {
        return EnvelopeList.of(page, VideoResponse::edge, measured(page.items()));
    }

    private Function<Video, VideoResponse> measured(List<Video> videos) {
        var measured = counts.of(caller.owner(), videos);
        return video -> VideoResponse.of(video, measured.getOrDefault(video.id(), Counters.NONE));
    }
}
