package io.groundswell.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much the visuals of an edit may hold. Their addresses are read, never opened. */
final class VisualShape {
    private static final int MAX_VISUALS = 20;
    private static final int MAX_PIXELS = 100_000;
    private static final int MAX_SECONDS = 86_400;

    private VisualShape() {}

    static void check(List<Visual> visuals, Shape shape) {
        if (shape.list("visuals", visuals, MAX_VISUALS)) {
            var positions = new HashSet<Integer>();
            for (var at = 0; at < visuals.size(); at++) {
                check("visuals[" + at + "].", visuals.get(at), positions, shape);
            }
        }
    }

    private static void check(String at, Visual visual, Set<Integer> positions, Shape shape) {
        shape.require(visual.type() != null, at + "type", "is required");
        shape.require(visual.url() != null, at + "url", "is required");
        shape.address(at + "url", visual.url());
        shape.address(at + "thumbnail_url", visual.thumbnailUrl());
        shape.text(at + "alt_text", visual.altText(), 2_000);
        shape.text(at + "format", visual.format(), 50);
        checkSize(at, visual, shape);
        shape.require(
                visual.position() >= 1 && visual.position() <= MAX_VISUALS,
                at + "position",
                "must be from 1 to " + MAX_VISUALS);
        shape.require(positions.add(visual.position()), at + "position", "is the position of another visual");
    }

    private static void checkSize(String at, Visual visual, Shape shape) {
        var size = visual.dimensions();
        var bytes = visual.fileSizeBytes();
        var seconds = visual.durationSeconds();
        shape.require(
                size == null || isSide(size.width()) && isSide(size.height()),
                at + "dimensions",
                "must have a width and a height from 1 to " + MAX_PIXELS);
        shape.require(bytes == null || bytes >= 0, at + "file_size_bytes", "must not be negative");
        shape.require(
                seconds == null || seconds >= 1 && seconds <= MAX_SECONDS,
                at + "duration_seconds",
                "must be from 1 to " + MAX_SECONDS);
    }

    private static boolean isSide(int pixels) {
        return pixels >= 1 && pixels <= MAX_PIXELS;
    }
}
