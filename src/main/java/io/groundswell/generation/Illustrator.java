package io.groundswell.generation;

import io.groundswell.mission.ContentType;
import java.util.List;

/** Makes the visuals of one item. Called like a {@link Writer}: outside transactions, after its cost was reserved. */
public interface Illustrator extends Provider {
    /** Whether it makes what such an item shows; a provider of pictures makes no videos. */
    default boolean draws(ContentType type) {
        return true;
    }

    /** An upper estimate of one {@link #illustrate} call, in cents. */
    long estimateCents(IllustrationBrief brief);

    /** The visuals in their order, empty where the content type needs none, and what they cost. */
    Gallery illustrate(IllustrationBrief brief);

    record Gallery(List<Illustration> illustrations, Usage usage) {}
}
