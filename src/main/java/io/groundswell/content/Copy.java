package io.groundswell.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The words of one piece of content. A thread carries {@code threadParts} and may leave {@code primary} null, a poll
 * carries {@code poll}; lists are never null.
 */
@RegisterForReflection
public record Copy(
        String primary,
        String headline,
        String hook,
        String body,
        String cta,
        List<String> hashtags,
        List<String> mentions,
        String altText,
        List<String> threadParts,
        String firstComment,
        List<Variation> variations,
        Poll poll) {

    /** One alternative wording; {@code weight} is its share among the item's variations. */
    public record Variation(String id, String label, String primary, double weight) {}

    /** A question with two to four answers, open for {@code durationHours}. */
    public record Poll(String question, List<String> options, int durationHours) {
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
