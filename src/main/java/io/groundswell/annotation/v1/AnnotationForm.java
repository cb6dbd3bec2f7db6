package io.groundswell.annotation.v1;

import io.groundswell.annotation.Annotation;
import io.groundswell.annotation.Note;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.groundswell.wire.v1.V1;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An annotation as callers write it. */
@RegisterForReflection(registerFullHierarchy = true)
record AnnotationForm(TimelineScope scope, String missionId, String contentId, String at, String title, String bodyMd) {

    static AnnotationForm of(Annotation annotation) {
        return new AnnotationForm(
                TimelineScope.of(annotation.scope()),
                null,
                null,
                V1.time(annotation.at()),
                annotation.title(),
                annotation.bodyMd());
    }

    List<Violation> violationsOfNew() {
        var violations = new ArrayList<Violation>();
        if (scope == null) {
            violations.add(new Violation("scope", "A scope is required"));
        } else {
            requireOnlyFor(TimelineScope.MISSION, "mission_id", missionId, violations);
            requireOnlyFor(TimelineScope.CONTENT, "content_id", contentId, violations);
        }
        violations.addAll(violationsOfWords());
        return violations;
    }

    private void requireOnlyFor(TimelineScope one, String param, String id, List<Violation> violations) {
        if (scope == one && id == null) {
            violations.add(new Violation(param, "The scope %s needs %s".formatted(scope, param)));
        } else if (scope != one && id != null) {
            violations.add(new Violation(param, "The scope %s goes without %s".formatted(scope, param)));
        }
    }

    List<Violation> violationsOfChanged() {
        var violations = new ArrayList<Violation>();
        if (at == null) {
            violations.add(new Violation("at", "at must not be null"));
        }
        violations.addAll(violationsOfWords());
        return violations;
    }

    private List<Violation> violationsOfWords() {
        var violations = new ArrayList<Violation>();
        try {
            V1.instant("at", at);
        } catch (Refusal refusal) {
            violations.addAll(refusal.violations());
        }
        violations.addAll(Note.violations(title, bodyMd));
        return violations;
    }

    String entityId() {
        return scope == TimelineScope.CONTENT ? contentId : missionId;
    }

    Note note(Instant now) {
        return new Note(at == null ? now : V1.instant("at", at), title, bodyMd);
    }
}
