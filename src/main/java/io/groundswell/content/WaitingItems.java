package io.groundswell.content;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Items that time has come for, each moved in a transaction of its own. */
@ApplicationScoped
class WaitingItems {
    private final AgroalDataSource database;
    private final Contents contents;
    private final OneByOne oneByOne;
    private final Clock clock;

    WaitingItems(AgroalDataSource database, Contents contents, OneByOne oneByOne, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    private record Waiting(Owner owner, String contentId, Instant since) {}

    /**
     * @param which asks for id, organization_id, mode and pending_since of a bounded number of items, given {@code :now}
     * @param move says for how many it counts; the item may have been moved meanwhile, but waits since the same moment
     * @return how many were moved
     */
    int each(Round round, Sql which, Instant deadline, ToIntFunction<Content> move) {
        var waiting = which.list(
                database,
                Map.of("now", clock.instant()),
                row -> new Waiting(Sql.owner(row), row.getString("id"), Sql.instant(row, "pending_since")));
        return oneByOne.each(round, waiting, Waiting::contentId, deadline, item -> move(item, move));
    }

    /** One that was changed and waits anew is left alone: nobody has had the time to look at it. */
    private int move(Waiting item, ToIntFunction<Content> move) {
        return QuarkusTransaction.requiringNew().call(() -> contents.findForChange(item.owner(), item.contentId())
                .filter(content -> content.review().isPendingSince(item.since()))
                .map(move::applyAsInt)
                .orElse(0));
    }
}
