package io.groundswell.annotation;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which annotations of missions to list. Those of one mission or item are its own, unless {@code scopes} names others: the
 * organization's, which it inherits, those of the mission of an item, or those of the content of a mission.
 *
 * @param scopes empty for what the ids say: the thing's own, and without an id everything
 * @param missionId may be null; not set together with {@code contentId}
 * @param contentId may be null
 * @param kinds empty lets all pass
 * @param from inclusive, may be null
 * @param to exclusive, may be null
 */
public record AnnotationFilter(
        Set<Scope> scopes, String missionId, String contentId, Set<AnnotationKind> kinds, Instant from, Instant to) {
    public AnnotationFilter {
        if (scopes.isEmpty()) {
            scopes = contentId != null
                    ? EnumSet.of(Scope.CONTENT)
                    : missionId != null ? EnumSet.of(Scope.MISSION) : Scope.OF_MISSIONS;
        }
    }

    boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
