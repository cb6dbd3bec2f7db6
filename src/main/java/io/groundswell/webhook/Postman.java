package io.groundswell.webhook;

import io.groundswell.outbound.Call;
import io.groundswell.outbound.Outbound;
import io.groundswell.outbound.OutboundFailure;
import io.groundswell.vault.VaultFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sends one delivery, signed, and has written down how that went. */
@ApplicationScoped
class Postman {
    private final Outbound outbound;
    private final Secrets secrets;
    private final Settlement settlement;
    private final WebhookConfig config;
    private final Clock clock;

    Postman(Outbound outbound, Secrets secrets, Settlement settlement, WebhookConfig config, Clock clock) {
        this.outbound = outbound;
        this.secrets = secrets;
        this.settlement = settlement;
        this.config = config;
        this.clock = clock;
    }

    void deliver(Claim claim) {
        var now = clock.instant();
        var watch = new Stopwatch();
        try {
            send(claim, call(claim, now), now, watch);
        } catch (VaultFailure lost) {
            lost.log("The secret of webhook", claim.webhookId());
            settlement.unsent(claim, Attempt.failed(now, watch.millis(), WaitingForKey.REASON));
        }
    }

    private void send(Claim claim, Call call, Instant now, Stopwatch watch) {
        Attempt attempt;
        try {
            var answer = outbound.tell(call, watch::start);
            attempt = Attempt.answered(now, answer.status(), watch.millis(), answer.text());
        } catch (OutboundFailure failure) {
            attempt = Attempt.failed(now, watch.millis(), failure.getMessage());
            if (failure.kind() == OutboundFailure.Kind.HELD_BACK) {
                settlement.unsent(claim, attempt);
                return;
            }
        }
        settlement.settle(claim, attempt);
    }

    private Call call(Claim claim, Instant now) {
        var body = claim.body().getBytes(StandardCharsets.UTF_8);
        return Call.post(URI.create(claim.url()), "application/json", body)
                .with("User-Agent", "Groundswell-Webhooks")
                .with("X-AMP-Event", claim.type())
                .with("X-AMP-Delivery", claim.deliveryId())
                .with("X-AMP-Signature", Signature.of(body, signing(claim, now), now))
                .within(config.timeout());
    }

    /** One before that does not open is no reason to wait: it may be what the rotation was for. */
    private List<String> signing(Claim claim, Instant now) {
        var signing = new ArrayList<String>();
        signing.add(secrets.open(claim.secret(), claim.webhookId()));
        if (claim.previousSecret() != null && claim.previousUntil().isAfter(now)) {
            secrets.find(claim.previousSecret(), claim.webhookId()).ifPresent(signing::add);
        }
        return signing;
    }
}
