package io.groundswell.annotation.v1;

import io.groundswell.annotation.AnnotationKind;
import java.util.Locale;

/** Where an annotation of this contract comes from. */
enum TimelineKind {
    USER,
    CONTENT_PUBLISHED,
    MISSION_PAUSED,
    MISSION_RESUMED,
    KPI_MILESTONE;

    AnnotationKind core() {
        return AnnotationKind.valueOf(name());
    }

    static TimelineKind of(AnnotationKind kind) {
        return valueOf(kind.name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
