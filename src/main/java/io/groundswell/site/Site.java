package io.groundswell.site;

import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** A site whose visitors are measured. */
@Entity
public class Site {
    static final String ID_PREFIX = "prj";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]{1,64}");

    @Id
    private String id;

    private String organizationId;
    private String name;
    private String token;
    private String[] allowedOrigins;

    // Whoever counts adds to the row itself: what was read here would undo it.
    @Column(insertable = false, updatable = false)
    private long totalEvents;

    @Column(insertable = false, updatable = false)
    private long totalReads;

    private Instant createdAt;
    private Instant deletedAt;

    protected Site() {}

    Site(String organizationId, String name, AllowedOrigins origins, Instant now) {
        this.id = PublicId.next(ID_PREFIX);
        this.organizationId = organizationId;
        this.name = name;
        this.token = SiteToken.next();
        this.createdAt = now;
        allow(origins);
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.on(
                    SiteError.INVALID_NAME,
                    "name",
                    "name must be 1 to 64 letters, digits, dots, hyphens or underscores");
        }
    }

    /** Events are asked for by the site's name, so it stays once there are some. */
    void rename(String name) {
        if (totalEvents > 0) {
            throw Refusal.on(
                    SiteError.PROJECT_NAME_LOCKED,
                    "name",
                    "Events were recorded under the name '%s', which stays therefore. Make another project",
                    this.name);
        }
        this.name = name;
    }

    void allow(AllowedOrigins origins) {
        allowedOrigins = origins.origins().toArray(String[]::new);
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    public String id() {
        return id;
    }

    public String organizationId() {
        return organizationId;
    }

    public String name() {
        return name;
    }

    public String token() {
        return token;
    }

    public AllowedOrigins allowedOrigins() {
        return new AllowedOrigins(List.of(allowedOrigins));
    }

    public long totalEvents() {
        return totalEvents;
    }

    public long totalReads() {
        return totalReads;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
