package io.groundswell.content;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** Items that time has come for, moved together in one transaction. */
@ApplicationScoped
class WaitingItems {
    private final AgroalDataSource database;
    private final Contents contents;

    WaitingItems(AgroalDataSource database, Contents contents) {
        this.database = database;
        this.contents = contents;
    }

    private record Waiting(Owner owner, String contentId) {}

    /**
     * @param which asks for id, organization_id and mode of a bounded number of items, given {@code :now}, and holds them
     * @return how many were moved
     */
    int each(Sql which, Instant now, Consumer<Content> move) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var waiting = which.list(
                    database,
                    Map.of("now", now),
                    row -> new Waiting(
                            new Owner(row.getString("organization_id"), Mode.valueOf(row.getString("mode"))),
                            row.getString("id")));
            waiting.forEach(item -> move.accept(contents.requireForChange(item.owner(), item.contentId())));
            return waiting.size();
        });
    }
}
