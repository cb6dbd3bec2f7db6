package io.groundswell.visitor;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.AuditTrail;
import io.groundswell.database.Sql;
import io.groundswell.event.KeyHash;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.site.HeldSite;
import io.groundswell.site.Site;
import io.groundswell.site.SiteService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Deletes single users of sites. */
@ApplicationScoped
public class VisitorService {
    private static final Sql IS_KNOWN = Sql.file(VisitorService.class, "is-known.sql");

    private final SiteService sites;
    private final HeldSite held;
    private final KnownUsers users;
    private final MovedUsers moved;
    private final ErasedUsers erased;
    private final AuditTrail audit;
    private final AgroalDataSource database;

    VisitorService(
            SiteService sites,
            HeldSite held,
            KnownUsers users,
            MovedUsers moved,
            ErasedUsers erased,
            AuditTrail audit,
            AgroalDataSource database) {
        this.sites = sites;
        this.held = held;
        this.users = users;
        this.moved = moved;
        this.erased = erased;
        this.audit = audit;
        this.database = database;
    }

    /**
     * Deletes what is kept of a user, which goes on in the background where it is much.
     *
     * @param anyId the user's current id, or a former one
     * @return whether all is gone already
     */
    public boolean erase(Caller caller, String siteId, String anyId) {
        var site = sites.get(caller.owner(), siteId);
        // What one of their ids did when it was somebody else's stays with that one, and what it does from now on is
        // its own.
        moved.settle(QuarkusTransaction.requiringNew().call(() -> find(site, anyId)));
        var user = QuarkusTransaction.requiringNew().call(() -> note(caller, site, anyId));
        return erased.begin(user);
    }

    private KnownUser find(Site site, String anyId) {
        return users.find(held.hold(site.id()), anyId);
    }

    private KnownUser note(Caller caller, Site site, String anyId) {
        var user = find(site, anyId);
        var known = IS_KNOWN.first(
                        database,
                        Map.of("site", user.siteNumber(), "keys", user.keys()),
                        row -> row.getBoolean("known"))
                .orElseThrow();
        if (!known) {
            throw Refusal.of(VisitorError.USER_NOT_FOUND, "Nothing is known of a user '%s'", anyId);
        }
        erased.add(user);
        // The trail outlives the user, and so does not name them.
        audit.record(
                caller.owner(),
                caller.userId(),
                "project.user_erased",
                site.id(),
                Map.of("user_key", Long.toHexString(KeyHash.number(user.id()))));
        return user;
    }
}
