package io.groundswell.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
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
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    public Copy {
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        threadParts = threadParts == null ? List.of() : List.copyOf(threadParts);
        variations = variations == null ? List.of() : List.copyOf(variations);
    }
}
