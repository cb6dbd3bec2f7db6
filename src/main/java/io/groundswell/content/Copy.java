package io.groundswell.content;

import io.groundswell.text.SentList;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
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
            options = SentList.of(options);
        }
    }

    public Copy {
        hashtags = SentList.of(hashtags);
        mentions = SentList.of(mentions);
        threadParts = SentList.of(threadParts);
        variations = SentList.of(variations);
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
