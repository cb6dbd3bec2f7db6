package io.groundswell.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.Locale;

/**
 * One picture, video or carousel slide of an item. {@code position} counts from 1; {@code durationSeconds} is set on
 * videos only.
 */
@RegisterForReflection
public record Visual(
        Type type,
        String url,
        @Nullable String thumbnailUrl,
        @Nullable String altText,
        @Nullable Dimensions dimensions,
        @Nullable String format,
        @Nullable Long fileSizeBytes,
        int position,
        @Nullable Integer durationSeconds) {

    public enum Type {
        IMAGE,
        VIDEO,
        CAROUSEL_SLIDE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In pixels. */
    public record Dimensions(int width, int height) {}

    public Visual at(int position) {
        return new Visual(
                type, url, thumbnailUrl, altText, dimensions, format, fileSizeBytes, position, durationSeconds);
    }
}
