package io.groundswell.publishing.bluesky;

import io.groundswell.outbound.Call;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.direct.Accounts;
import io.groundswell.publishing.direct.Allowance;
import io.groundswell.publishing.direct.Line;
import io.groundswell.publishing.direct.NetworkFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** Asks in the name of an account, with a session that is renewed when it has ended. */
@ApplicationScoped
class Sessions {
    /** How servers say that a session has ended, with whichever status. */
    private static final Set<String> ENDED = Set.of("ExpiredToken", "InvalidToken", "AuthenticationRequired");

    /** How long another publisher may take to store the session that it got in place of the same one. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final int MOST_PAUSES = 6;

    private final Line line;
    private final Accounts accounts;
    private final ConnectedAccounts connected;

    Sessions(Line line, Accounts accounts, ConnectedAccounts connected) {
        this.line = line;
        this.accounts = accounts;
        this.connected = connected;
    }

    static Call authorized(Call call, String token) {
        return call.with("Authorization", "Bearer " + token);
    }

    /** @param question asked from its beginning again when the session turns out to have ended, so it must bear a repeat */
    <T> T ask(Owner owner, Allowance allowance, Function<ConnectedAccount, T> question) {
        try {
            return accounts.ask(owner, Provider.BLUESKY, question);
        } catch (NetworkFailure failure) {
            if (failure.code() == null || !ENDED.contains(failure.code())) {
                throw failure;
            }
            accounts.ask(owner, Provider.BLUESKY, account -> renew(owner, account, allowance));
            return accounts.ask(owner, Provider.BLUESKY, question);
        }
    }

    private Session renew(Owner owner, ConnectedAccount account, Allowance allowance) {
        var ended = Session.of(connected.token(account));
        try {
            var service = URI.create(account.data().get("service"));
            var call = Call.post(
                    BlueskyApi.method(service, "com.atproto.server.refreshSession"), "text/plain", new byte[0]);
            var anew = Session.of(
                    line.send(authorized(call, ended.refresh()), allowance).body());
            connected.renew(account, anew.kept());
            return anew;
        } catch (NetworkFailure failure) {
            if (failure.kind() == Kind.PASSING || failure.kind() == Kind.LIMITED) {
                throw failure;
            }
            return renewedByAnother(owner, ended, allowance, failure);
        }
    }

    /** Of two that find the session ended at once, one renews it; the other has the new one in a moment. */
    private Session renewedByAnother(Owner owner, Session ended, Allowance allowance, NetworkFailure failure) {
        for (var pause = 0; pause < MOST_PAUSES; pause++) {
            var current = connected
                    .find(owner, Provider.BLUESKY)
                    .map(account -> Session.of(connected.token(account)))
                    .filter(session -> !session.equals(ended));
            if (current.isPresent()) {
                return current.get();
            }
            allowance.sleep(PAUSE);
        }
        throw new NetworkFailure(
                Kind.REVOKED, "The session has ended and cannot be renewed (%s)".formatted(failure.getMessage()));
    }
}
