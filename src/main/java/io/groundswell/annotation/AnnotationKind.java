package io.groundswell.annotation;

import java.util.Locale;

/** Where an annotation comes from: from people, or from something that happened, which the server writes down. */
public enum AnnotationKind {
    USER,
    CONTENT_PUBLISHED,
    MISSION_PAUSED,
    MISSION_RESUMED,
    KPI_MILESTONE,
    CREATOR_PROFILE_CHANGE,
    CREATOR_MILESTONE,
    CAMPAIGN_CREATED,
    README_CHANGED;

    public boolean isAutomatic() {
        return this != USER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
