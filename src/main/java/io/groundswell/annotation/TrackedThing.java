package io.groundswell.annotation;

import java.util.UUID;

/** A creator, campaign or video. */
public record TrackedThing(Scope scope, UUID id) {
    public TrackedThing {
        if (!scope.isTracked()) {
            throw new IllegalArgumentException("Nobody tracks a " + scope);
        }
    }
}
