package io.groundswell.creator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Gives creators other handles. */
@ApplicationScoped
class Handles {
    private final Creators creators;
    private final BannedHandles banned;
    private final Clock clock;

    Handles(Creators creators, BannedHandles banned, Clock clock) {
        this.creators = creators;
        this.banned = banned;
        this.clock = clock;
    }

    /** To be called alone, by the {@link Creators}, and with the creator held. */
    void give(Creator creator, String handle) {
        if (!Handle.fits(handle)) {
            throw CreatorError.INVALID_HANDLE.bare();
        }
        if (handle.equals(creator.handle())) {
            throw CreatorError.NO_CHANGE.bare();
        }
        banned.refuse(handle);
        var named = creators.named(creator.programId(), List.of(Handle.key(handle)));
        if (named.stream().anyMatch(other -> !other.id().equals(creator.id()))) {
            throw CreatorError.HANDLE_TAKEN.bare();
        }
        creator.rename(handle, clock.instant());
    }
}
