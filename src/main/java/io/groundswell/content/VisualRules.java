package io.groundswell.content;

import io.groundswell.mission.ContentType;
import io.groundswell.shared.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What the visual kinds of content demand of their visuals. */
final class VisualRules {
    private VisualRules() {}

    static List<Violation> violations(ContentType type, List<Visual> visuals) {
        var violations = new ArrayList<Violation>();
        switch (type) {
            case CAROUSEL -> checkCarousel(slides(visuals), violations);
            case REEL -> checkReel(visuals, violations);
            case STORY ->
                require(slides(visuals).size() < visuals.size(), "A story has an image or a video", violations);
            case VIDEO -> require(videos(visuals).size() == 1, "A video has one video", violations);
            case POST, THREAD, ARTICLE, POLL -> {}
        }
        return violations;
    }

    private static void checkCarousel(List<Visual> slides, List<Violation> violations) {
        require(slides.size() >= 2 && slides.size() <= 10, "A carousel has 2 to 10 slides", violations);
        require(
                slides.stream().map(Visual::dimensions).noneMatch(Objects::isNull)
                        && slides.stream().map(Visual::dimensions).distinct().count() <= 1,
                "The slides of a carousel have the same dimensions",
                violations);
        require(
                slides.stream()
                        .map(Visual::position)
                        .sorted()
                        .toList()
                        .equals(IntStream.rangeClosed(1, slides.size()).boxed().toList()),
                "The slides of a carousel have the positions from 1 on, without gaps",
                violations);
    }

    private static void checkReel(List<Visual> visuals, List<Violation> violations) {
        var videos = videos(visuals);
        require(visuals.size() == 1 && videos.size() == 1, "A reel is one video", violations);
        require(
                videos.stream().map(Visual::dimensions).allMatch(size -> size != null && isUpright(size)),
                "A reel is 9:16",
                violations);
        require(
                videos.stream()
                        .map(Visual::durationSeconds)
                        .allMatch(seconds -> seconds != null && seconds >= 15 && seconds <= 90),
                "A reel lasts 15 to 90 seconds",
                violations);
    }

    private static boolean isUpright(Visual.Dimensions size) {
        // Encoders need even numbers, so a side may be one pixel off.
        return Math.abs(size.width() * 16 - size.height() * 9) <= 16;
    }

    private static void require(boolean kept, String message, List<Violation> violations) {
        if (!kept) {
            violations.add(new Violation("visuals", message));
        }
    }

    private static List<Visual> slides(List<Visual> visuals) {
        return only(Visual.Type.CAROUSEL_SLIDE, visuals);
    }

    private static List<Visual> videos(List<Visual> visuals) {
        return only(Visual.Type.VIDEO, visuals);
    }

    private static List<Visual> only(Visual.Type type, List<Visual> visuals) {
        return visuals.stream().filter(visual -> visual.type() == type).toList();
    }
}
