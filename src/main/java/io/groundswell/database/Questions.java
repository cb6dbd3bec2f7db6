package io.groundswell.database;

import io.agroal.api.AgroalDataSource;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Asks what takes the longer the more there is to count. All statements of a question see the database as it is at one
 * moment, so that their sums agree; none may write, and each has a time, after which the caller is told to ask for less. An
 * organization has some under way at once on an instance, so that it leaves connections to the others.
 */
@ApplicationScoped
public class Questions {
    /** Few statements of a question read much, so that it stays below what callers wait for. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of one organization. As many as a page of charts asks, if the pool is that large. */
    static final int MOST_AT_ONCE = 10;
    /** Of one organization, each with a thread, so that larger pages need not ask again. */
    static final int MOST_WAITING = 20;

    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String ADVICE =
            "There is too much to count in %d seconds. Ask for a shorter period or a single"
                    + " mission, or try again when the server is less busy";
    /**
     * Groups by the thousand are kept in memory instead of being sorted on disk, and plans are made for the parameters at
     * hand: one that serves a day and a decade serves neither. Two statements go out together.
     */
    private static final Sql TERMS = Sql.text("""
            set transaction isolation level repeatable read, read only;
            select set_config('statement_timeout', :milliseconds, true), set_config('work_mem', '16MB', true),
                set_config('plan_cache_mode', 'force_custom_plan', true)""");

    private final AgroalDataSource database;
    private final Session session;
    private final int mostAtOnce;
    private final FairShare places;

    Questions(AgroalDataSource database, Session session) {
        this.database = database;
        this.session = session;
        var connections =
                database.getConfiguration().connectionPoolConfiguration().maxSize();
        mostAtOnce = Math.max(1, Math.min(MOST_AT_ONCE, connections / 2));
        places = new FairShare(Integer.MAX_VALUE, mostAtOnce);
    }

    public <T> T ask(Owner owner, Supplier<T> question) {
        return ask(owner, PATIENCE, ADVICE, question);
    }

    /** @param advice how to ask for less; its {@code %d} becomes the seconds that a statement has */
    public <T> T ask(Owner owner, String advice, Supplier<T> question) {
        return ask(owner, PATIENCE, advice, question);
    }

    <T> T ask(Owner owner, Duration patience, String advice, Supplier<T> question) {
        enter(owner.organizationId());
        try {
            return answer(patience, advice, question);
        } finally {
            places.leave(owner.organizationId());
        }
    }

    private void enter(String organizationId) {
        var entered = false;
        try {
            entered = places.enter(organizationId, WAIT, MOST_WAITING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw Refusal.later(
                    DatabaseError.TOO_MANY_QUESTIONS,
                    Duration.ofSeconds(1),
                    "More than %d questions of the organization at once. Try again in 1 second",
                    mostAtOnce);
        }
    }

    private <T> T answer(Duration patience, String advice, Supplier<T> question) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                // What is loaded needs no copy to be compared with.
                session.setDefaultReadOnly(true);
                TERMS.call(database, Map.of("milliseconds", Long.toString(patience.toMillis())));
                return question.get();
            });
        } catch (RuntimeException failure) {
            throw DatabaseFaults.ranOutOfTime(failure) ? tooMuch(patience, advice) : failure;
        }
    }

    private static Refusal tooMuch(Duration patience, String advice) {
        return Refusal.later(DatabaseError.TOO_MUCH_TO_COUNT, PAUSE, advice, patience.toSeconds());
    }
}
