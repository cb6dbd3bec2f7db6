package io.groundswell.annotation.envelope;

import io.groundswell.annotation.Scope;
import java.util.Locale;

/** What sort of thing an annotation of this contract is attached to. */
enum TrackedScope {
    CREATOR,
    CAMPAIGN,
    VIDEO;

    Scope core() {
        return Scope.valueOf(name());
    }

    static TrackedScope of(Scope scope) {
        return valueOf(scope.name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
