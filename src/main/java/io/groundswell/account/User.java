package io.groundswell.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person, who may be a member of several organizations. */
@Entity
@Table(name = "app_user")
public class User {
    static final String ID_PREFIX = "usr";

    @Id
    private String id;

    private String email;
    private String name;
    private String passwordHash;
    private String externalSubject;
    private Instant createdAt;

    protected User() {}

    User(String id, String email, String name, Instant now) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.createdAt = now;
    }

    void logsInWith(String passwordHash) {
        this.passwordHash = passwordHash;
    }

    void isKnownElsewhereAs(String externalSubject) {
        this.externalSubject = externalSubject;
    }

    public String id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }
}
