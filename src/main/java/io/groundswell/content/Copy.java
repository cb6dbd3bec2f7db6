package io.groundswell.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The words of one piece of content. A thread carries {@code threadParts} and may leave {@code primary} null, a poll
 * carries {@code poll}; lists are never null.
 */
@RegisterForReflection
public record Copy(
        @Nullable String primary,
        @Nullable String headline,
        @Nullable String hook,
        @Nullable String body,
        @Nullable String cta,
        List<String> hashtags,
        List<String> mentions,
        @Nullable String altText,
        List<String> threadParts,
        @Nullable String firstComment,
        List<Variation> variations,
        @Nullable Poll poll) {

    /** One alternative wording; {@code weight} is its share among the item's variations. */
    public record Variation(String id, @Nullable String label, String primary, double weight) {}

    /** A question with two to four answers, open for {@code durationHours}. */
    public record Poll(@Nullable String question, List<String> options, int durationHours) {
        public Poll {
            options = kept(options);
        }
    }

    public Copy {
        hashtags = kept(hashtags);
        mentions = kept(mentions);
        threadParts = kept(threadParts);
        variations = kept(variations);
    }

    /** Takes what callers send: that a list holds null is told to them, not to us. */
    private static <T> List<T> kept(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }

    Copy withPrimary(String text) {
        return new Copy(
                text,
                headline,
                hook,
                body,
                cta,
                hashtags,
                mentions,
                altText,
                threadParts,
                firstComment,
                variations,
                poll);
    }
}
