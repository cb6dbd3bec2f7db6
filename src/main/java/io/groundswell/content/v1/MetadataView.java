package io.groundswell.content.v1;

import io.groundswell.content.Metadata;
import jakarta.annotation.Nullable;
import java.util.List;

/** What an item is about, and how it was made. */
record MetadataView(
        @Nullable String campaign,
        @Nullable String topic,
        @Nullable String pillar,
        List<String> tags,
        @Nullable String language,
        @Nullable String tone,
        @Nullable String targetAudience,
        @Nullable Double confidenceScore,
        @Nullable String generationModel,
        long generationCostCents) {
    static MetadataView of(Metadata metadata) {
        return new MetadataView(
                metadata.campaign(),
                metadata.topic(),
                metadata.pillar(),
                metadata.tags(),
                metadata.language(),
                metadata.tone(),
                metadata.targetAudience(),
                metadata.confidenceScore(),
                metadata.generationModel(),
                metadata.generationCostCents());
    }
}
