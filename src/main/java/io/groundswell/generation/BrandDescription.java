package io.groundswell.generation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How an organization describes itself. Only the name is required. */
@RegisterForReflection
public record BrandDescription(
        String name,
        String website,
        String description,
        Brand.Voice voice,
        Guidelines contentGuidelines,
        Examples examples,
        List<String> competitors,
        Look visual) {

    public record Guidelines(List<String> topics, List<String> avoid) {
        public Guidelines {
            topics = copy(topics);
            avoid = copy(avoid);
        }
    }

    public record Examples(List<String> goodPosts, List<String> badPosts) {
        public Examples {
            goodPosts = copy(goodPosts);
            badPosts = copy(badPosts);
        }
    }

    public record Look(List<String> colors, @Nullable String logoUrl) {
        public Look {
            colors = copy(colors);
        }
    }

    public BrandDescription {
        voice = voice == null ? new Brand.Voice(null, null) : voice;
        contentGuidelines = contentGuidelines == null ? new Guidelines(null, null) : contentGuidelines;
        examples = examples == null ? new Examples(null, null) : examples;
        competitors = copy(competitors);
        visual = visual == null ? new Look(null, null) : visual;
    }

    // Unlike List.copyOf this takes nulls, so that BrandRules can name them instead of a failure here.
    private static List<String> copy(List<String> texts) {
        return texts == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(texts));
    }

    Brand toBrand() {
        return new Brand(
                name,
                website,
                description,
                voice,
                contentGuidelines.topics(),
                contentGuidelines.avoid(),
                examples.goodPosts(),
                examples.badPosts(),
                competitors,
                visual.colors());
    }
}
