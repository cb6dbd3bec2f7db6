package io.groundswell.content;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;

/**
 * What an item is about, and how it was made.
 *
 * @param campaign the mission's name
 * @param language ISO 639-1
 * @param confidenceScore 0 to 1, null when the writer gave none
 * @param generationCostCents what its words and visuals cost so far
 * @param byHand whether a person has replaced the words or visuals that the writer was so sure of
 */
@RegisterForReflection
public record Metadata(
        @Nullable String campaign,
        @Nullable String topic,
        @Nullable String pillar,
        List<String> tags,
        @Nullable String language,
        @Nullable String tone,
        @Nullable String targetAudience,
        @Nullable Double confidenceScore,
        @Nullable String generationModel,
        long generationCostCents,
        boolean byHand) {
    public Metadata {
        tags = tags == null ? List.of() : List.copyOf(tags);
    }

    /** @param name of the mission; null when it is not known */
    Metadata named(String name) {
        return name == null || name.equals(campaign) ? this : with(name, tags, byHand);
    }

    Metadata tagged(List<String> tags) {
        return with(campaign, tags, byHand);
    }

    Metadata replacedByHand() {
        return with(campaign, tags, true);
    }

    private Metadata with(String campaign, List<String> tags, boolean byHand) {
        return new Metadata(
                campaign,
                topic,
                pillar,
                tags,
                language,
                tone,
                targetAudience,
                confidenceScore,
                generationModel,
                generationCostCents,
                byHand);
    }
}
