package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.outbound.Health;
import io.groundswell.source.SourceFailure.Kind;
import io.groundswell.text.Cut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;

/**
 * How sources do. What fails with credentials that were replaced meanwhile says nothing about the new ones, and calls that were under way when it
 * asked to be left alone do not end that.
 */
@ApplicationScoped
class SourceState {
    /** How exactly the last success is kept: every call would otherwise write the same row. */
    private static final Duration STEP = Duration.ofMinutes(1);

    private static final int MOST_WORDS = 500;
    private static final Sql SUCCEEDED = Sql.text("""
            update source set health = 'HEALTHY', last_error = null, last_success_at = :now, paused_until = null
            where id = :id and secret = :secret and (health <> 'HEALTHY' or last_success_at < :stale)
              and (paused_until is null or paused_until <= :now)""");
    private static final Sql FAILED = Sql.text("""
            update source set health = :health, last_error = :reason,
                paused_until = greatest(cast(:paused as timestamptz), paused_until)
            where id = :id and secret = :secret""");

    private final AgroalDataSource database;
    private final Clock clock;

    SourceState(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    void succeeded(ConnectedSource source) {
        var values = values(source);
        values.put("now", clock.instant());
        values.put("stale", clock.instant().minus(STEP));
        SUCCEEDED.update(database, values);
    }

    @Transactional
    void failed(ConnectedSource source, SourceFailure failure) {
        var isLost = failure.kind() == Kind.REFUSED || failure.kind() == Kind.TOKEN_OVER;
        var values = values(source);
        values.put("health", isLost ? Health.ERROR : Health.DEGRADED);
        values.put("reason", Cut.to(MOST_WORDS, failure.getMessage()));
        values.put("paused", paused(failure));
        FAILED.update(database, values);
    }

    private Instant paused(SourceFailure failure) {
        return failure.kind() == Kind.LIMITED ? clock.instant().plus(failure.pause()) : null;
    }

    private static HashMap<String, Object> values(ConnectedSource source) {
        var values = new HashMap<String, Object>();
        values.put("id", source.id());
        values.put("secret", source.secret());
        return values;
    }
}
