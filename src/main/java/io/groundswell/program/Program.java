package io.groundswell.program;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A programme of creators whose videos and campaigns are tracked together. The creators contract calls it a project. */
@Entity
public class Program {
    @Id
    private UUID id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String name;
    private String readme;
    private Instant createdAt;
    private Instant updatedAt;

    protected Program() {}

    Program(Owner owner, String name, String readme, Instant now) {
        this.id = UUID.randomUUID();
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.name = name;
        this.readme = readme;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void rename(String name, Instant now) {
        this.name = name;
        updatedAt = now;
    }

    /** @param readme what readers should know of it, or null */
    void note(String readme, Instant now) {
        this.readme = readme;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String organizationId() {
        return organizationId;
    }

    public String name() {
        return name;
    }

    public String readme() {
        return readme;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
