package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Deletes an organization with all it has, however much that is: in steps, each in its own transaction and of a number of rows that a
 * statement deletes in good time. It is suspended before, and its own row goes last, so that whoever breaks off can go on.
 */
@ApplicationScoped
class OrganizationEnd {
    static final int ROWS = 1_000;
    /** Of what is large, or has triggers that look at much. */
    static final int LARGE_ROWS = 100;

    /** Whose days are taken out of their creators' sums. */
    private static final Set<String> HEAVY = Set.of("video");

    private final AgroalDataSource database;
    private final Organizations organizations;
    private final Users users;
    private final ContentEnd content;
    private final SiteEnd sites;
    private final Clock clock;

    OrganizationEnd(
            AgroalDataSource database,
            Organizations organizations,
            Users users,
            ContentEnd content,
            SiteEnd sites,
            Clock clock) {
        this.database = database;
        this.organizations = organizations;
        this.users = users;
        this.content = content;
        this.sites = sites;
        this.clock = clock;
    }

    void of(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> organizations.requireForChange(id).become(Organization.Status.SUSPENDED, clock.instant()));
        OwnedTables.erased().forEach(table -> {
            switch (table.name()) {
                case "media" -> {
                    // With its item.
                }
                case "content" -> repeat(() -> content.deleteSome(id));
                case "site" -> repeat(() -> sites.deleteOne(id));
                default -> empty(table, id);
            }
        });
        repeat(() -> users.deleteHomeless(ROWS));
        QuarkusTransaction.requiringNew().run(() -> {
            // Whoever repeats the call before it was answered may come here at the same time.
            organizations.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).ifPresent(organizations::delete);
            organizations.flush();
            users.deleteHomeless(ROWS);
        });
    }

    private void empty(OwnedTable table, String id) {
        var deletion = Sql.text(table.deletion());
        var rows = table.large() || HEAVY.contains(table.name()) ? LARGE_ROWS : ROWS;
        repeat(() -> deletion.update(database, Map.of("organization", id, "rows", rows)));
    }

    /** Until there is nothing any more. */
    private static void repeat(Callable<Integer> step) {
        while (QuarkusTransaction.requiringNew().call(step) > 0) {}
    }
}
