package io.groundswell.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.outbound.Call;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.Line;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Calls in the name of an account, with a session that is renewed when it has ended. */
@ApplicationScoped
class Sessions {
    private static final Set<String> ENDED = Set.of("ExpiredToken", "InvalidToken", "AuthenticationRequired");

    private static final int MOST_LOOKS = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Line line;
    private final ConnectedAccounts accounts;

    Sessions(Line line, ConnectedAccounts accounts) {
        this.line = line;
        this.accounts = accounts;
    }

    static Call authorized(Call call, String token) {
        return call.with("Authorization", "Bearer " + token);
    }

    /** @param question asks with the token for calls that it is given */
    JsonNode ask(ConnectedAccount account, Allowance allowance, Function<String, JsonNode> question) {
        var session = Session.of(accounts.token(account));
        try {
            return question.apply(session.access());
        } catch (NetworkFailure failure) {
            if (failure.code() == null || !ENDED.contains(failure.code())) {
                throw failure;
            }
            return question.apply(renewed(account, session, allowance).access());
        }
    }

    private Session renewed(ConnectedAccount account, Session ended, Allowance allowance) {
        try {
            var service = URI.create(account.data().get("service"));
            var call = Call.post(
                    BlueskyApi.method(service, "com.atproto.server.refreshSession"), "text/plain", new byte[0]);
            var anew = Session.of(
                    line.send(authorized(call, ended.refresh()), allowance).body());
            accounts.renew(account, anew.kept());
            return anew;
        } catch (NetworkFailure failure) {
            if (failure.kind() == Kind.PASSING || failure.kind() == Kind.LIMITED) {
                throw failure;
            }
            return renewedByAnother(account, ended, allowance, failure);
        }
    }

    /** Of two calls at once that find the session ended, one renews it; the other waits until that has been kept. */
    private Session renewedByAnother(
            ConnectedAccount account, Session ended, Allowance allowance, NetworkFailure failure) {
        for (var look = 0; look < MOST_LOOKS; look++) {
            var current = kept(account);
            if (current.isPresent() && !current.get().equals(ended)) {
                return current.get();
            }
            allowance.sleep(PAUSE);
        }
        throw new NetworkFailure(
                Kind.REVOKED, "The session has ended and cannot be renewed (%s)".formatted(failure.getMessage()));
    }

    private Optional<Session> kept(ConnectedAccount account) {
        return accounts.find(new Owner(account.organizationId(), Mode.LIVE), Provider.BLUESKY)
                .map(current -> Session.of(accounts.token(current)));
    }
}
