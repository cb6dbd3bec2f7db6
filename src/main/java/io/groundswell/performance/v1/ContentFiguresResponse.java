package io.groundswell.performance.v1;

import io.groundswell.mission.Platform;
import io.groundswell.performance.ContentFigures;
import io.groundswell.wire.v1.V1;
import jakarta.annotation.Nullable;
import java.util.List;

/** What one item came to, in all and by day. */
record ContentFiguresResponse(
        String contentId,
        Platform platform,
        @Nullable String publishedAt,
        MetricsView metrics,
        List<DayOfContent> timeSeries) {
    static ContentFiguresResponse of(ContentFigures.Answer answer) {
        var content = answer.content();
        return new ContentFiguresResponse(
                content.id(),
                content.platform(),
                V1.time(content.publication().publishedAt()),
                MetricsView.of(answer.lifetime(), answer.views()),
                answer.days().stream().map(DayOfContent::of).toList());
    }
}
