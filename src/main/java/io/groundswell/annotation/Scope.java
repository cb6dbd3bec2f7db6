package io.groundswell.annotation;

import java.util.Locale;

/** What sort of thing an annotation is attached to. Creators, campaigns and videos will be further ones. */
public enum Scope {
    ORGANIZATION,
    MISSION,
    CONTENT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
