package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Deliveries that wait since a server could not read the secret of their endpoint go out as soon as one can, soon after its start. */
@ApplicationScoped
class WaitingForKey implements Round {
    /** What such a delivery was told last, by which it is known. */
    static final String REASON = "This server cannot read the webhook's secret. Rotate it";

    private static final Sql ENDPOINTS = Sql.file(WaitingForKey.class, "endpoints-without-key.sql");
    private static final Sql DUE = Sql.file(WaitingForKey.class, "due-again.sql");
    private static final int AT_ONCE = 10_000;

    private final AgroalDataSource database;
    private final Secrets secrets;
    private final OneByOne oneByOne;
    private final Repeat repeat;
    private final Clock clock;

    WaitingForKey(AgroalDataSource database, Secrets secrets, OneByOne oneByOne, Repeat repeat, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.oneByOne = oneByOne;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "webhook_secrets";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    private record Endpoint(String webhookId, String secret) {}

    @Override
    public int run(Instant deadline) {
        var waiting = ENDPOINTS.list(
                database,
                Map.of("now", clock.instant(), "reason", REASON),
                row -> new Endpoint(row.getString("id"), row.getString("secret")));
        return oneByOne.each(this, waiting, Endpoint::webhookId, deadline, endpoint -> send(endpoint, deadline));
    }

    private int send(Endpoint endpoint, Instant deadline) {
        return secrets.find(endpoint.secret(), endpoint.webhookId()).isEmpty()
                ? 0
                : repeat.until(
                        deadline, () -> QuarkusTransaction.requiringNew().call(() -> send(endpoint.webhookId())));
    }

    /** Has some of what waits for the endpoint sent now; returns how many. */
    int send(String webhookId) {
        return DUE.update(
                database, Map.of("webhook", webhookId, "now", clock.instant(), "reason", REASON, "limit", AT_ONCE));
    }
}
