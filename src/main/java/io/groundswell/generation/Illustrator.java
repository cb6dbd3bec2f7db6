package io.groundswell.generation;

import java.util.List;

/** Makes the visuals of one item. Called like a {@link Writer}: outside transactions, after its cost was reserved. */
public interface Illustrator {
    String provider();

    /** An upper estimate of one {@link #illustrate} call, in cents. */
    long estimateCents(IllustrationBrief brief);

    /** The visuals in their order, empty where the content type needs none, and what they cost. */
    Gallery illustrate(IllustrationBrief brief);

    record Gallery(List<Illustration> illustrations, Usage usage) {}
}
