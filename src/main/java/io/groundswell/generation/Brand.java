package io.groundswell.generation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;

/** What the writers and illustrators are told about the organization they work for. Lists are never null. */
@RegisterForReflection
public record Brand(
        String name,
        String website,
        String description,
        Voice voice,
        List<String> topics,
        List<String> avoid,
        List<String> goodPosts,
        List<String> badPosts,
        List<String> competitors,
        List<String> colors) {

    public record Voice(@Nullable String tone, @Nullable String writingStyle) {}

    public Brand {
        voice = voice == null ? new Voice(null, null) : voice;
        topics = topics == null ? List.of() : List.copyOf(topics);
        avoid = avoid == null ? List.of() : List.copyOf(avoid);
        goodPosts = goodPosts == null ? List.of() : List.copyOf(goodPosts);
        badPosts = badPosts == null ? List.of() : List.copyOf(badPosts);
        competitors = competitors == null ? List.of() : List.copyOf(competitors);
        colors = colors == null ? List.of() : List.copyOf(colors);
    }

    /** Used until an organization describes itself. */
    public static Brand neutral(String name) {
        return new Brand(name, null, null, null, null, null, null, null, null, null);
    }
}
