package io.groundswell.annotation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What sort of thing an annotation is attached to: things of missions, and things that programmes of creators track. */
public enum Scope {
    ORGANIZATION,
    MISSION,
    CONTENT,
    CREATOR,
    CAMPAIGN,
    VIDEO;

    static final Set<Scope> OF_MISSIONS = EnumSet.range(ORGANIZATION, CONTENT);
    static final Set<Scope> TRACKED = EnumSet.range(CREATOR, VIDEO);

    boolean isTracked() {
        return TRACKED.contains(this);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
