package io.groundswell.annotation.v1;

import io.groundswell.annotation.Scope;
import java.util.Locale;

/** What sort of thing an annotation of this contract is attached to. */
enum TimelineScope {
    ORGANIZATION,
    MISSION,
    CONTENT;

    Scope core() {
        return Scope.valueOf(name());
    }

    static TimelineScope of(Scope scope) {
        return valueOf(scope.name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
