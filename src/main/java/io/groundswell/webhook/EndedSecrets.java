package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Forgets secrets that sign no more, so that no key must be kept for them. */
@ApplicationScoped
class EndedSecrets implements Round {
    private static final Sql FORGET = Sql.text("""
            update webhook set previous_secret = null
            where previous_until <= :now and previous_secret is not null""");

    private final AgroalDataSource database;
    private final Clock clock;

    EndedSecrets(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ended_webhook_secrets";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        return FORGET.update(database, Map.of("now", clock.instant()));
    }
}
