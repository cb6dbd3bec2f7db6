package io.groundswell.annotation.envelope;

import io.groundswell.annotation.AnnotationKind;
import java.util.Locale;

/** Where an annotation of this contract comes from. */
enum TrackedKind {
    USER,
    CREATOR_PROFILE_CHANGE,
    CREATOR_MILESTONE,
    CAMPAIGN_CREATED,
    README_CHANGED;

    static TrackedKind of(AnnotationKind kind) {
        return valueOf(kind.name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
