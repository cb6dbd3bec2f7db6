package io.groundswell.annotation;

import io.groundswell.account.AuditTrail;
import io.groundswell.content.ContentMoves;
import io.groundswell.content.ContentService;
import io.groundswell.mission.MissionService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;

/** What people write on timelines of missions, and everything that stands there. */
@ApplicationScoped
public class AnnotationService {
    private final Annotations annotations;
    private final MissionService missions;
    private final ContentService contents;
    private final ContentMoves moves;
    private final AuditTrail audit;
    private final Clock clock;

    AnnotationService(
            Annotations annotations,
            MissionService missions,
            ContentService contents,
            ContentMoves moves,
            AuditTrail audit,
            Clock clock) {
        this.annotations = annotations;
        this.missions = missions;
        this.contents = contents;
        this.moves = moves;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param entityId id of the mission or item; ignored for the organization */
    @Transactional
    public Annotation add(Caller caller, Scope scope, String entityId, Note note) {
        var owner = caller.owner();
        var place = hold(owner, scope, entityId);
        annotations.requireRoom(owner, Scope.OF_MISSIONS);
        var annotation = new Annotation(
                PublicId.next(Annotation.ID_PREFIX), owner, place, caller.userId(), note, clock.instant());
        annotations.persist(annotation);
        audit(caller, "annotation.created", annotation);
        return annotation;
    }

    /** Locks the entity until the transaction ends, so that deleting it later deletes the annotation, too. */
    private Place hold(Owner owner, Scope scope, String entityId) {
        return switch (scope) {
            case ORGANIZATION -> Place.organization(owner.organizationId());
            case MISSION -> Place.mission(missions.hold(owner, entityId).id());
            case CONTENT -> Place.content(entityId, moves.hold(owner, entityId).missionId());
            case CREATOR, CAMPAIGN, VIDEO -> throw new IllegalArgumentException("Missions have no " + scope);
        };
    }

    private void audit(Caller caller, String action, Annotation annotation) {
        audit.record(
                caller.owner(),
                caller.userId(),
                action,
                annotation.id(),
                Map.of("scope", annotation.scope().toString(), "title", annotation.title()));
    }

    @Transactional
    public Annotation get(Owner owner, String id) {
        return annotations.require(owner, id);
    }

    /** Latest first. A mission or item that the filter names must be there. */
    @Transactional
    public Page<Annotation> list(Owner owner, AnnotationFilter filter, Page.Request request) {
        var missionId = filter.contentId() != null
                ? contents.get(owner, filter.contentId()).missionId()
                : filter.missionId() != null
                        ? missions.get(owner, filter.missionId()).id()
                        : null;
        return annotations.page(owner, filter, missionId, request);
    }

    /** Locks an annotation that a person wrote until the current transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Annotation hold(Owner owner, String id) {
        var annotation = annotations.requireForChange(owner, Scope.OF_MISSIONS, id);
        annotation.requireWritten();
        return annotation;
    }

    @Transactional
    public Annotation change(Caller caller, String id, Note note) {
        var annotation = hold(caller.owner(), id);
        if (annotation.write(note, clock.instant())) {
            audit(caller, "annotation.changed", annotation);
        }
        return annotation;
    }

    @Transactional
    public void delete(Caller caller, String id) {
        var annotation = hold(caller.owner(), id);
        annotations.delete(annotation);
        audit(caller, "annotation.deleted", annotation);
    }
}
