package io.groundswell.aggregate;

import java.util.BitSet;
import java.util.UUID;

/**
 * The creators of a campaign.
 *
 * @param creators by their numbers
 */
record Circle(UUID campaign, String name, BitSet creators) {

    int shared(Circle other) {
        var both = (BitSet) creators.clone();
        both.and(other.creators);
        return both.cardinality();
    }

    Overlap.Member member() {
        return new Overlap.Member(campaign, name, creators.cardinality());
    }
}
