package io.groundswell.wire.idempotency;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.DatabaseException;
import io.groundswell.database.Sql;
import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
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
    /** How long a detached call may run before a repeat is let through; longer than any time-out on its way. */
    private static final Duration RUNNING = Duration.ofMinutes(2);

    private static final String RUNNING_STILL = "The first call with this key is still running";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Sql WAIT = Sql.text("select set_config('lock_timeout', :wait, true)");
    private static final Sql RESERVE = Sql.text("""
            insert into idempotency_key (organization_id, mode, method, path, key, body_hash, expires_at)
            values (:organization, :mode, :method, :path, :key, :hash, :expires)
            on conflict (organization_id, mode, method, path, key) do update
               set body_hash = excluded.body_hash, expires_at = excluded.expires_at, status = null, response = null
             where idempotency_key.expires_at <= :now""");
    private static final Sql FIND = Sql.text("""
            select body_hash, status, response from idempotency_key
            where organization_id = :organization and mode = :mode and method = :method and path = :path and key = :key""");
    private static final Sql SETTLE = Sql.text("""
            insert into idempotency_key (organization_id, mode, method, path, key, body_hash, expires_at, status, response)
            values (:organization, :mode, :method, :path, :key, :hash, :expires, :status, :response)
            on conflict (organization_id, mode, method, path, key) do update
               set status = excluded.status, response = excluded.response, expires_at = excluded.expires_at
             where idempotency_key.status is null""");
    private static final Sql RELEASE = Sql.text("""
            delete from idempotency_key where status is null
            and organization_id = :organization and mode = :mode and method = :method and path = :path and key = :key""");
    private static final Sql TAKE_TURN =
            Sql.text("select pg_try_advisory_xact_lock(hashtextextended(:subject, 0)) as taken");
    private static final Sql ELSEWHERE = Sql.text("""
            select path from idempotency_key
            where organization_id = :organization and mode = :mode and key = :key and path like '/api/v1/%'
              and (method, path) <> (:method, :path) and expires_at > :now limit 1""");
    private static final Sql PURGE = Sql.text("""
            delete from idempotency_key where ctid = any (array(
                select ctid from idempotency_key where expires_at <= :now limit 10000))""");

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
    void reserve(IdempotencyKey key, boolean detached) {
        reserve(key, detached, IdempotencyKeys::running);
    }

    private void reserve(IdempotencyKey key, boolean detached, Supplier<Refusal> running) {
        waitBriefly();
        var values = new HashMap<>(key.values());
        values.put("hash", key.bodyHash());
        values.put("now", clock.instant());
        values.put("expires", clock.instant().plus(detached ? RUNNING : config.idempotencyRetention()));
        try {
            if (RESERVE.update(database, values) == 1) {
                return;
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
    void reserveForOneAddress(IdempotencyKey key, boolean detached) {
        var subject = Map.of("subject", "idempotency " + key.owner() + " " + key.text());
        if (!TAKE_TURN.first(database, subject, row -> row.getBoolean("taken")).orElseThrow()) {
            throw runningAtOneAddress();
        }
        var values = new HashMap<>(key.values());
        values.put("now", clock.instant());
        if (ELSEWHERE.exists(database, values)) {
            throw conflict("This key was used for another address before");
        }
        reserve(key, detached, IdempotencyKeys::runningAtOneAddress);
    }

    private static Refusal runningAtOneAddress() {
        return conflict(RUNNING_STILL);
    }

    private static Refusal conflict(String message) {
        return Refusal.on(KeyError.IDEMPOTENCY_CONFLICT, "Idempotency-Key", "%s", message);
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
                    KeyError.IDEMPOTENCY_KEY_REUSED, "Idempotency-Key", "This key was used with another body before");
        }
        return stored.status() == null ? running.get() : new Replay(stored.status(), stored.response());
    }

    private static Refusal running() {
        return Refusal.on(KeyError.IDEMPOTENT_CALL_RUNNING, "Idempotency-Key", RUNNING_STILL);
    }

    void settle(IdempotencyKey key, int status, String response) {
        var values = new HashMap<>(key.values());
        values.put("hash", key.bodyHash());
        values.put("expires", clock.instant().plus(config.idempotencyRetention()));
        values.put("status", status);
        values.put("response", response);
        SETTLE.update(database, values);
    }

    void release(IdempotencyKey key) {
        RELEASE.update(database, key.values());
    }

    /** Deletes up to 10,000 keys whose day is over. */
    int purge() {
        return PURGE.update(database, Map.of("now", clock.instant()));
    }
}
