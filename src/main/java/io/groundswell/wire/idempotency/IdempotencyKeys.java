package io.groundswell.wire.idempotency;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseException;
import io.groundswell.database.Sql;
import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.HeaderNames;
import io.groundswell.wire.WireConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The keys that callers used, with the answers they got, for a day. */
@ApplicationScoped
class IdempotencyKeys {
    /**
     * How long a detached call keeps its key when nobody {@link RunningCalls renews} that any more. Longer than the claim of who
     * publishes, so that no repeat comes between a server that is gone and the one that finds out what it did.
     */
    static final Duration RUNNING = Duration.ofMinutes(12);

    private static final String RUNNING_STILL = "The first call with this key is still running";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Sql WAIT = Sql.text("select set_config('lock_timeout', :wait, true)");
    // While a call runs, what stands for its answer is the token of its reservation.
    private static final Sql RESERVE = Sql.text("""
            insert into idempotency_key (organization_id, mode, method, path, key, body_hash, expires_at, response)
            values (:organization, :mode, :method, :path, :key, :hash, :expires, :token)
            on conflict (organization_id, mode, method, path, key) do update
               set body_hash = excluded.body_hash, expires_at = excluded.expires_at,
                   status = null, response = excluded.response
             where idempotency_key.expires_at <= :now""");
    private static final Sql FIND = Sql.text("""
            select body_hash, status, response from idempotency_key
            where organization_id = :organization and mode = :mode and method = :method and path = :path and key = :key""");
    private static final String IF_HELD = """
            where organization_id = :organization and mode = :mode and method = :method and path = :path and key = :key
              and status is null and response = :token""";
    private static final Sql RENEW = Sql.text("update idempotency_key set expires_at = :expires " + IF_HELD);
    private static final Sql SETTLE = Sql.text(
            "update idempotency_key set status = :status, response = :response, expires_at = :expires " + IF_HELD);
    private static final Sql REPLACE = Sql.text("""
            update idempotency_key set status = :status, response = :response, expires_at = :expires
            where organization_id = :organization and mode = :mode and method = :method and path = :path and key = :key
              and status is not null and response = :told""");
    private static final Sql RELEASE = Sql.text("delete from idempotency_key " + IF_HELD);
    private static final Sql KEEP = Sql.text("""
            insert into idempotency_key (organization_id, mode, method, path, key, body_hash, expires_at, status, response)
            values (:organization, :mode, :method, :path, :key, :hash, :expires, :status, :response)
            on conflict (organization_id, mode, method, path, key) do update
               set body_hash = excluded.body_hash, status = excluded.status, response = excluded.response,
                   expires_at = excluded.expires_at
             where idempotency_key.expires_at <= :now""");
    private static final Sql TAKE_TURN =
            Sql.text("select pg_try_advisory_xact_lock(hashtextextended(:subject, 0)) as taken");
    private static final Sql ELSEWHERE = Sql.text("""
            select path from idempotency_key
            where organization_id = :organization and mode = :mode and key = :key and path like '/api/v1/%'
              and (method, path) <> (:method, :path) and expires_at > :now limit 1""");
    // A key may be taken anew at that moment, and has another time once it can be held.
    private static final Sql PURGE = Sql.text("""
            delete from idempotency_key where ctid = any (array(
                select ctid from idempotency_key where expires_at <= :now limit 10000 for update skip locked))""");

    enum KeyError implements ErrorCode {
        IDEMPOTENCY_KEY_REUSED,
        IDEMPOTENT_CALL_RUNNING,
        IDEMPOTENT_ANSWER_SEALED,
        /** In the contract whose keys are good for one address. */
        IDEMPOTENCY_CONFLICT;

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public boolean published() {
            return this == IDEMPOTENCY_CONFLICT;
        }
    }

    private record Stored(String bodyHash, Integer status, String response) {}

    private final AgroalDataSource database;
    private final Clock clock;
    private final WireConfig config;

    IdempotencyKeys(AgroalDataSource database, Clock clock, WireConfig config) {
        this.database = database;
        this.clock = clock;
        this.config = config;
    }

    /** Takes the key for the call at hand, or ends the call: with the stored answer, or because it may not be used. */
    Reservation reserve(IdempotencyKey key, boolean detached) {
        return reserve(key, detached, IdempotencyKeys::running);
    }

    private Reservation reserve(IdempotencyKey key, boolean detached, Supplier<Refusal> running) {
        waitBriefly();
        var reservation = Reservation.of(key);
        var values = held(reservation);
        values.put("hash", key.bodyHash());
        values.put("now", clock.instant());
        values.put("expires", clock.instant().plus(detached ? RUNNING : config.idempotencyRetention()));
        try {
            if (RESERVE.update(database, values) == 1) {
                return reservation;
            }
        } catch (DatabaseException e) {
            if (((SQLException) e.getCause()).getSQLState().equals(LOCK_NOT_AVAILABLE)) {
                throw running.get();
            }
            throw e;
        }
        throw answer(key, running);
    }

    /** The same where a key is good for one address, and nobody waits for a call that is still running. */
    Reservation reserveForOneAddress(IdempotencyKey key, boolean detached) {
        var subject = Map.of("subject", "idempotency " + key.owner() + " " + key.text());
        if (!TAKE_TURN.first(database, subject, row -> row.getBoolean("taken")).orElseThrow()) {
            throw runningAtOneAddress();
        }
        var values = new HashMap<>(key.values());
        values.put("now", clock.instant());
        if (ELSEWHERE.exists(database, values)) {
            throw conflict("This key was used for another address before");
        }
        return reserve(key, detached, IdempotencyKeys::runningAtOneAddress);
    }

    private static Refusal runningAtOneAddress() {
        return conflict(RUNNING_STILL);
    }

    private static Refusal conflict(String message) {
        return Refusal.on(KeyError.IDEMPOTENCY_CONFLICT, HeaderNames.IDEMPOTENCY_KEY, "%s", message);
    }

    /** Another call may hold the key in a transaction that is not over: wait for its answer, but not for long. */
    private void waitBriefly() {
        WAIT.call(database, Map.of("wait", config.idempotencyWait().toMillis() + "ms"));
    }

    private RuntimeException answer(IdempotencyKey key, Supplier<Refusal> running) {
        var stored = FIND.first(
                        database,
                        key.values(),
                        row -> new Stored(
                                row.getString("body_hash"),
                                row.getObject("status", Integer.class),
                                row.getString("response")))
                .orElseThrow(running);
        if (!stored.bodyHash().equals(key.bodyHash())) {
            return Refusal.on(
                    KeyError.IDEMPOTENCY_KEY_REUSED,
                    HeaderNames.IDEMPOTENCY_KEY,
                    "This key was used with another body before");
        }
        return stored.status() == null ? running.get() : new Replay(stored.status(), stored.response());
    }

    static Refusal running() {
        return Refusal.on(KeyError.IDEMPOTENT_CALL_RUNNING, HeaderNames.IDEMPOTENCY_KEY, RUNNING_STILL);
    }

    private static Map<String, Object> held(Reservation reservation) {
        var values = new HashMap<>(reservation.key().values());
        values.put("token", reservation.token());
        return values;
    }

    void renew(Reservation reservation) {
        var values = held(reservation);
        values.put("expires", clock.instant().plus(RUNNING));
        RENEW.update(database, values);
    }

    /** @return whether the key was still held, and has this answer now */
    boolean settle(Reservation reservation, Answer answer) {
        var values = held(reservation);
        put(answer, values);
        return SETTLE.update(database, values) == 1;
    }

    /** @return whether what was told so far was that, and is this now */
    boolean replace(IdempotencyKey key, Answer told, Answer answer) {
        var values = new HashMap<>(key.values());
        values.put("told", told.body());
        put(answer, values);
        return REPLACE.update(database, values) == 1;
    }

    /** Stores the answer of a call whose reservation was undone with what it did, unless another one has the key by now. */
    boolean keep(IdempotencyKey key, Answer answer) {
        var values = new HashMap<>(key.values());
        values.put("hash", key.bodyHash());
        values.put("now", clock.instant());
        put(answer, values);
        return KEEP.update(database, values) == 1;
    }

    private void put(Answer answer, Map<String, Object> values) {
        values.put("expires", clock.instant().plus(config.idempotencyRetention()));
        values.put("status", answer.status());
        values.put("response", answer.body());
    }

    void release(Reservation reservation) {
        RELEASE.update(database, held(reservation));
    }

    /** Deletes up to 10,000 keys whose day is over. */
    int purge() {
        return PURGE.update(database, Map.of("now", clock.instant()));
    }
}
