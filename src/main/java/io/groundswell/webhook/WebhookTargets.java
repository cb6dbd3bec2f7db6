package io.groundswell.webhook;

import io.groundswell.account.AccountConfig;
import io.groundswell.outbound.Outbound;
import io.groundswell.outbound.OutboundFailure;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.WebAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;

/** Says which addresses may be told of events. Each call looks again: what a name leads to may change. */
@ApplicationScoped
public class WebhookTargets {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Outbound outbound;
    private final AccountConfig config;

    WebhookTargets(Outbound outbound, AccountConfig config) {
        this.outbound = outbound;
        this.config = config;
    }

    /** May ask for the host's address, so call it outside of transactions. An unknown host may become known later. */
    public void require(String url) {
        if (!WebAddress.is(url)) {
            throw Refusal.invalid("url", "url must be an https address of up to %d characters", WebAddress.MAX_LENGTH);
        }
        var address = URI.create(url);
        if (!"https".equalsIgnoreCase(address.getScheme()) && !isForDevelopment(address)) {
            throw Refusal.invalid("url", "url must be an https address");
        }
        try {
            outbound.check(address);
        } catch (OutboundFailure failure) {
            if (failure.kind() == OutboundFailure.Kind.REFUSED_TARGET) {
                throw Refusal.invalid("url", "url: %s", failure.getMessage());
            }
        }
    }

    private boolean isForDevelopment(URI address) {
        return config.development() && LOOPBACK.contains(address.getHost());
    }
}
