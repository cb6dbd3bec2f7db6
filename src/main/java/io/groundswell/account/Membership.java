package io.groundswell.account;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A user's place in one organization. */
@Entity
public class Membership {

    @Embeddable
    public record Id(String organizationId, String userId) {}

    @EmbeddedId
    private Id id;

    @Enumerated(EnumType.STRING)
    private Role role;

    private Instant createdAt;

    protected Membership() {}

    Membership(String organizationId, String userId, Role role, Instant now) {
        this.id = new Id(organizationId, userId);
        this.role = role;
        this.createdAt = now;
    }

    void become(Role role) {
        this.role = role;
    }

    public String organizationId() {
        return id.organizationId();
    }

    public String userId() {
        return id.userId();
    }

    public Role role() {
        return role;
    }
}
