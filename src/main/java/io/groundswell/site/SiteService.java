package io.groundswell.site;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes, lists, changes and deletes sites. */
@ApplicationScoped
public class SiteService {
    /** The limit under an unlimited plan, so that a list of all sites has an end. */
    private static final long MOST = 10_000;

    private final Sites sites;
    private final OrganizationService organizations;
    private final AuditTrail audit;
    private final Clock clock;

    SiteService(Sites sites, OrganizationService organizations, AuditTrail audit, Clock clock) {
        this.sites = sites;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param isNew whether there was none of this name before */
    public record Creation(Site site, boolean isNew) {}

    /** A site of this name that exists stays as it is. */
    @Transactional
    public Creation create(Caller caller, String name, AllowedOrigins origins) {
        Site.requireName(name);
        var organizationId = caller.owner().organizationId();
        sites.beAlone(organizationId);
        var existing = sites.named(organizationId, name);
        if (existing.isPresent()) {
            return new Creation(existing.get(), false);
        }
        requireRoom(organizationId);
        sites.requireFree(organizationId, "", origins);
        var site = new Site(organizationId, name, origins, clock.instant());
        sites.persist(site);
        audit(caller, "project.created", site, Map.of("name", name, "allowed_origins", origins.toString()));
        return new Creation(site, true);
    }

    private void requireRoom(String organizationId) {
        var granted = organizations.get(organizationId).granted(Limit.SITES);
        var most = granted == Limit.UNLIMITED ? MOST : Math.min(granted, MOST);
        if (sites.countIn(organizationId) >= most) {
            throw Refusal.of(
                    SiteError.PROJECT_LIMIT,
                    "The number of your projects is limited to %d. Delete one, or have it raised",
                    most);
        }
    }

    /** Oldest first. */
    @Transactional
    public List<Site> list(Owner owner) {
        return sites.in(owner.organizationId());
    }

    @Transactional
    public long count(Owner owner) {
        return sites.countIn(owner.organizationId());
    }

    @Transactional
    public Site get(Owner owner, String id) {
        return sites.require(owner.organizationId(), id);
    }

    @Transactional
    public Site named(Owner owner, String name) {
        return sites.named(owner.organizationId(), name)
                .orElseThrow(() -> Refusal.of(SiteError.PROJECT_NOT_FOUND, "No project is called '%s'", name));
    }

    /** Whether it is one of the owner's, and not deleted. */
    @Transactional
    public boolean isThere(Owner owner, String id) {
        return sites.isIn(owner.organizationId(), id);
    }

    /**
     * @param name null when it stays
     * @param origins null when they stay
     */
    @Transactional
    public Site change(Caller caller, String id, String name, AllowedOrigins origins) {
        if (name != null) {
            Site.requireName(name);
        }
        var organizationId = caller.owner().organizationId();
        sites.beAlone(organizationId);
        var site = sites.requireForChange(organizationId, id);
        var changes = new TreeMap<String, String>();
        if (name != null && !name.equals(site.name())) {
            rename(site, name);
            changes.put("name", name);
        }
        if (origins != null && !origins.equals(site.allowedOrigins())) {
            sites.requireFree(organizationId, id, origins);
            site.allow(origins);
            changes.put("allowed_origins", origins.toString());
        }
        if (!changes.isEmpty()) {
            audit(caller, "project.changed", site, changes);
        }
        return site;
    }

    private void rename(Site site, String name) {
        if (sites.named(site.organizationId(), name).isPresent()) {
            throw Refusal.on(SiteError.PROJECT_NAME_EXISTS, "name", "Another project is called '%s'", name);
        }
        site.rename(name);
    }

    /** The token stops at once; what was measured stays. */
    @Transactional
    public void delete(Caller caller, String id) {
        var site = sites.requireForChange(caller.owner().organizationId(), id);
        site.delete(clock.instant());
        audit(caller, "project.deleted", site, Map.of("name", site.name()));
    }

    private void audit(Caller caller, String action, Site site, Map<String, String> details) {
        audit.record(caller.owner(), caller.userId(), action, site.id(), details);
    }
}
