package io.groundswell.generation;

import io.groundswell.content.Visual;

/**
 * One rendered visual.
 *
 * @param format file name extension: {@code png} or {@code mp4}
 * @param thumbnail a smaller PNG
 * @param durationSeconds of a video, null for a picture
 * @param position from 1
 */
public record Illustration(
        Visual.Type type,
        String format,
        Visual.Dimensions dimensions,
        byte[] bytes,
        byte[] thumbnail,
        String altText,
        Integer durationSeconds,
        int position) {}
