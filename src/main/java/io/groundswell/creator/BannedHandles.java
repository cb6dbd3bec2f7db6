package io.groundswell.creator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;

/** Handles that the operator lets nobody track, in whatever case. */
@ApplicationScoped
class BannedHandles {
    private final Set<String> keys;

    BannedHandles(CreatorConfig config) {
        keys = config.bannedHandles().orElse(Set.of()).stream()
                .map(handle -> Handle.key(Handle.plain(handle)))
                .collect(Collectors.toSet());
    }

    void refuse(String handle) {
        if (keys.contains(Handle.key(handle))) {
            throw CreatorError.CREATOR_BANNED.bare();
        }
    }
}
