package io.groundswell.creator.envelope;

import io.groundswell.creator.Creator;
import io.groundswell.creator.FollowerCounts;
import io.groundswell.shared.Page;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.envelope.EnvelopeItems;
import io.groundswell.wire.envelope.EnvelopeList;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts what was measured of creators beside what is known of them. */
@ApplicationScoped
class CreatorFigures {
    private final FollowerCounts followers;
    private final CurrentCaller caller;

    CreatorFigures(FollowerCounts followers, CurrentCaller caller) {
        this.followers = followers;
        this.caller = caller;
    }

    CreatorResponse one(Creator creator) {
        return all(List.of(creator)).get(0);
    }

    List<CreatorResponse> all(List<Creator> creators) {
        return several(creators).data();
    }

    EnvelopeItems<CreatorResponse> several(List<Creator> creators) {
        var counts = followers.of(caller.owner(), creators);
        return EnvelopeItems.of(creators, creator -> CreatorResponse.of(creator, counts.get(creator.id())));
    }

    EnvelopeList<CreatorResponse> page(Page<Creator> page) {
        var counts = followers.of(caller.owner(), page.items());
        return EnvelopeList.of(
                page, CreatorResponse::edge, creator -> CreatorResponse.of(creator, counts.get(creator.id())));
    }
}
