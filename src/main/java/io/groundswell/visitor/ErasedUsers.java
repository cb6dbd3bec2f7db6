package io.groundswell.visitor;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.KeyHash;
import io.groundswell.rollup.Corrections;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Deletes what is kept of users, some rows at a time. What arrives of them until then goes, too. */
@ApplicationScoped
class ErasedUsers implements Round {
    private static final Sql ADD = Sql.file(ErasedUsers.class, "add-erasures.sql");
    private static final List<Sql> FORGET_IDS = Stream.of("release-aliases.sql", "forget-aliases.sql", "stop-moves.sql")
            .map(name -> Sql.file(ErasedUsers.class, name))
            .toList();
    private static final int AT_ONCE = 1_000;
    /** In no order, so that one that fails stops no other for long. */
    private static final Sql NEXT =
            Sql.text("select site_number, user_key from user_erasure order by random() limit :most");

    private static final Sql IS_WAITING =
            Sql.text("select user_key from user_erasure where site_number = :site and user_key = :key for update");
    private static final Sql DELETE_EVENTS = Sql.file(ErasedUsers.class, "delete-events.sql");
    private static final Sql IS_IN_SESSIONS =
            Sql.text("select from session where site_number = :site and user_key = :key limit 1");
    private static final Sql DONE = Sql.text("delete from user_erasure where site_number = :site and user_key = :key");

    private final FirstEvents first;
    private final TouchedSessions touched;
    private final Corrections corrections;
    private final OneByOne oneByOne;
    private final AgroalDataSource database;
    private final Clock clock;

    ErasedUsers(
            FirstEvents first,
            TouchedSessions touched,
            Corrections corrections,
            OneByOne oneByOne,
            AgroalDataSource database,
            Clock clock) {
        this.first = first;
        this.touched = touched;
        this.corrections = corrections;
        this.oneByOne = oneByOne;
        this.database = database;
        this.clock = clock;
    }

    /** Within a transaction that holds the site. Former ids are forgotten at once. */
    void add(KnownUser user) {
        ADD.update(database, Map.of("site", user.siteNumber(), "keys", user.keys(), "now", clock.instant()));
        var key = Map.of("site", user.siteNumber(), "key", KeyHash.number(user.id()));
        FORGET_IDS.forEach(step -> step.update(database, key));
    }

    /** Says whether all is gone already, which it is of nearly everybody. What fails, a round does. */
    boolean begin(KnownUser user) {
        return user.keys().stream()
                .map(key -> new Waiting(user.siteNumber(), key))
                .map(one ->
                        oneByOne.attempt(this, one.toString(), () -> step(one).isMore() ? 1 : 0))
                .toList()
                .stream()
                .allMatch(OptionalInt.of(0)::equals);
    }

    private record Step(int rows, boolean isMore) {}

    @Override
    public String name() {
        return "erased_users";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(10);
    }

    @Override
    public int run(Instant deadline) {
        return oneByOne.allOf(this, this::waiting, Waiting::toString, deadline, one -> step(one)
                .rows());
    }

    private record Waiting(long site, long user) {}

    private List<Waiting> waiting() {
        return NEXT.list(
                database,
                Map.of("most", AT_ONCE),
                row -> new Waiting(row.getLong("site_number"), row.getLong("user_key")));
    }

    private Step step(Waiting one) {
        return QuarkusTransaction.requiringNew().call(() -> step(one.site(), one.user()));
    }

    private Step step(long site, long key) {
        corrections.hold(site);
        var values = Map.<String, Object>of("site", site, "key", key);
        if (!IS_WAITING.exists(database, values)) {
            // Another instance was faster.
            return new Step(0, false);
        }
        var until = first.until(site, key);
        var rows = delete(site, key, until);
        var isMore = until.isPresent() || IS_IN_SESSIONS.exists(database, values);
        if (!isMore) {
            corrections.forgetNumber(site, key);
            DONE.update(database, values);
        }
        return new Step(rows + 1, isMore);
    }

    /** @param until last event of this step; empty in the final steps, which delete the sessions too */
    private int delete(long site, long key, OptionalLong until) {
        var last = until.orElse(Long.MAX_VALUE);
        var events = Map.<String, Object>of("site", site, "key", key, "until", last);
        var sessions = touched.by(events, until.isEmpty() ? FirstEvents.MOST : 0);
        corrections.forget(
                site,
                key,
                last,
                sessions.stream().map(TouchedSessions.Touched::key).toList());
        touched.recount(events, sessions);
        return DELETE_EVENTS.update(database, events) + sessions.size();
    }
}
