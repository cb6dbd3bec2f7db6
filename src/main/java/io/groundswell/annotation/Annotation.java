package io.groundswell.annotation;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A mark on the timeline of something. What the server wrote down itself is never changed. */
@Entity
public class Annotation {
    static final String ID_PREFIX = "ann";

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    private String entityId;
    private String missionId;

    @Enumerated(EnumType.STRING)
    private AnnotationKind kind;

    private Instant at;
    private String title;
    private String bodyMd;
    private String authorId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> details;

    private Instant createdAt;
    private Instant updatedAt;

    protected Annotation() {}

    /** @param id as the contract that it is written by knows it */
    Annotation(String id, Owner owner, Place place, String authorId, Note note, Instant now) {
        this.id = id;
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.scope = place.scope();
        this.entityId = place.entityId();
        this.missionId = place.missionId();
        this.kind = AnnotationKind.USER;
        this.authorId = authorId;
        this.details = Map.of();
        this.createdAt = now;
        write(note, now);
    }

    /** Refused unless people wrote it. */
    void requireWritten() {
        if (kind.isAutomatic()) {
            throw Refusal.of(
                    AnnotationError.ANNOTATION_IS_AUTOMATIC,
                    "The server wrote this annotation (%s): it cannot be changed or deleted, and goes with what it is about",
                    kind);
        }
    }

    /** Says whether anything is another than before. */
    boolean write(Note note, Instant now) {
        // Whole seconds, as they are shown, so that a list is in the order that people see.
        var moment = note.at().truncatedTo(ChronoUnit.SECONDS);
        if (moment.equals(at) && note.title().equals(title) && Objects.equals(note.bodyMd(), bodyMd)) {
            return false;
        }
        at = moment;
        title = note.title();
        bodyMd = note.bodyMd();
        updatedAt = now;
        return true;
    }

    Note note() {
        return new Note(at, title, bodyMd);
    }

    /** Of one in the creators contract. */
    TrackedThing thing() {
        return new TrackedThing(scope, UUID.fromString(entityId));
    }

    public String id() {
        return id;
    }

    public Scope scope() {
        return scope;
    }

    public String entityId() {
        return entityId;
    }

    /** The mission that this is about, or that the item is part of; null for an organization. */
    public String missionId() {
        return missionId;
    }

    public AnnotationKind kind() {
        return kind;
    }

    public Instant at() {
        return at;
    }

    public String title() {
        return title;
    }

    public String bodyMd() {
        return bodyMd;
    }

    /** Who wrote it; null when the server did. */
    public String authorId() {
        return authorId;
    }

    /** What a program wants to know of what happened; empty when people wrote it. */
    public Map<String, String> details() {
        return details;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
