package io.groundswell.annotation;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.OrganizationService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What people write on timelines of creators, campaigns and videos. What the server wrote there is only read. */
@ApplicationScoped
public class TrackedAnnotationService {
    private static final int PAGE = 500;

    private final Annotations annotations;
    private final Timelines timelines;
    private final TrackedThings things;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    TrackedAnnotationService(
            Annotations annotations,
            Timelines timelines,
            TrackedThings things,
            OrganizationService organizations,
            AuditTrail audit,
            Clock clock) {
        this.annotations = annotations;
        this.timelines = timelines;
        this.things = things;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A page of one entity's annotations, the earliest first. Days are in the organization's time zone.
     *
     * @param from the first day, null for the beginning
     * @param to the last day, null for no end
     * @param after where the page before ends, null for the first page
     */
    @Transactional
    public Page<TrackedAnnotation> list(
            Owner owner, TrackedThing thing, LocalDate from, LocalDate to, boolean hideAuto, Timelines.Place after) {
        things.require(owner, thing);
        var zone = organizations.zone(owner);
        var start = from == null ? null : from.atStartOfDay(zone).toInstant();
        var end = to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
        return timelines.page(owner, thing, start, end, hideAuto, after, PAGE);
    }

    @Transactional
    public TrackedAnnotation add(Caller caller, TrackedThing thing, Note note) {
        var owner = caller.owner();
        things.hold(owner, thing);
        annotations.requireRoom(owner, Scope.TRACKED);
        var id = UUID.randomUUID().toString();
        var annotation = new Annotation(id, owner, Place.tracked(thing), caller.userId(), note, clock.instant());
        annotations.persistAndFlush(annotation);
        return told(caller, "annotation.created", annotation);
    }

    /** @param change maps the current note to the new one */
    @Transactional
    public TrackedAnnotation change(Caller caller, String id, UnaryOperator<Note> change) {
        var annotation = requireWritten(caller.owner(), id);
        if (annotation.write(change.apply(annotation.note()), clock.instant())) {
            annotations.flush();
            return told(caller, "annotation.changed", annotation);
        }
        return timelines.get(caller.owner(), annotation.id());
    }

    @Transactional
    public void delete(Caller caller, String id) {
        var annotation = requireWritten(caller.owner(), id);
        audit(caller, "annotation.deleted", annotation);
        annotations.delete(annotation);
    }

    /** An annotation to change; one written by the server, or on a removed or excluded entity, counts as not found. */
    private Annotation requireWritten(Owner owner, String id) {
        var annotation = annotations.requireForChange(owner, Scope.TRACKED, id);
        if (annotation.kind().isAutomatic()) {
            throw Annotations.notFound(id);
        }
        things.require(owner, annotation.thing());
        return annotation;
    }

    private TrackedAnnotation told(Caller caller, String action, Annotation annotation) {
        audit(caller, action, annotation);
        return timelines.get(caller.owner(), annotation.id());
    }

    private void audit(Caller caller, String action, Annotation annotation) {
        var thing = annotation.thing();
        audit.record(
                caller.owner(),
                caller.userId(),
                action,
                annotation.id(),
                Map.of(
                        "scope", thing.scope().toString(),
                        "entity_id", thing.id().toString(),
                        "title", annotation.title()));
    }
}
