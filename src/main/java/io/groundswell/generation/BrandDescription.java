package io.groundswell.generation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
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
            topics = topics == null ? List.of() : List.copyOf(topics);
            avoid = avoid == null ? List.of() : List.copyOf(avoid);
        }
    }

    public record Examples(List<String> goodPosts, List<String> badPosts) {
        public Examples {
            goodPosts = goodPosts == null ? List.of() : List.copyOf(goodPosts);
            badPosts = badPosts == null ? List.of() : List.copyOf(badPosts);
        }
    }

    public record Look(List<String> colors, @Nullable String logoUrl) {
        public Look {
            colors = colors == null ? List.of() : List.copyOf(colors);
        }
    }

    public BrandDescription {
        voice = voice == null ? new Brand.Voice(null, null) : voice;
        contentGuidelines = contentGuidelines == null ? new Guidelines(null, null) : contentGuidelines;
        examples = examples == null ? new Examples(null, null) : examples;
        competitors = competitors == null ? List.of() : List.copyOf(competitors);
        visual = visual == null ? new Look(null, null) : visual;
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
