package io.groundswell.content.v1;

import io.groundswell.content.Content;
import io.groundswell.content.PlatformLimits;
import io.groundswell.content.Preview;
import io.groundswell.content.Visual;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.stream.IntStream;

/** An item as it will look. {@code max_characters} is null where the platform sets no limit. */
record PreviewResponse(
        String contentId,
        Platform platform,
        ContentType type,
        Rendered rendered,
        boolean valid,
        List<Preview.Warning> warnings,
        @Nullable String scheduledFor) {

    record Rendered(
            String text,
            List<Part> parts,
            List<Media> media,
            @Nullable String link) {}

    record Part(
            int index,
            String text,
            int characterCount,
            @Nullable Integer maxCharacters,
            boolean withinLimit) {
        static Part of(int index, String text, int count, int max) {
            return new Part(index, text, count, max == PlatformLimits.UNLIMITED ? null : max, count <= max);
        }
    }

    record Media(Visual.Type type, String url, @Nullable String altText, int position) {}

    static PreviewResponse of(Content content, Preview.Shown shown, String link) {
        var texts = shown.rendering().parts();
        var parts = IntStream.range(0, texts.size())
                .mapToObj(at -> {
                    var count = PlatformLimits.length(content.platform(), texts.get(at));
                    return Part.of(at + 1, texts.get(at), count, shown.maxCharacters());
                })
                .toList();
        var media = content.visuals().stream()
                .map(visual -> new Media(visual.type(), visual.url(), visual.altText(), visual.position()))
                .toList();
        return new PreviewResponse(
                content.id(),
                content.platform(),
                content.type(),
                new Rendered(shown.rendering().text(), parts, media, link),
                shown.valid(),
                shown.warnings(),
                ContentResponse.time(content.scheduling().scheduled()));
    }
}
