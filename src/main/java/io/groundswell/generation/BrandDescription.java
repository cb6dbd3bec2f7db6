package io.groundswell.generation;

import io.groundswell.text.SentList;
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
            topics = SentList.of(topics);
            avoid = SentList.of(avoid);
        }
    }

    public record Examples(List<String> goodPosts, List<String> badPosts) {
        public Examples {
            goodPosts = SentList.of(goodPosts);
            badPosts = SentList.of(badPosts);
        }
    }

    public record Look(List<String> colors, @Nullable String logoUrl) {
        public Look {
            colors = SentList.of(colors);
        }
    }

    public BrandDescription {
        voice = voice == null ? new Brand.Voice(null, null) : voice;
        contentGuidelines = contentGuidelines == null ? new Guidelines(null, null) : contentGuidelines;
        examples = examples == null ? new Examples(null, null) : examples;
        competitors = SentList.of(competitors);
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
