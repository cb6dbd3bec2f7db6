package io.groundswell.publishing.direct;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.shared.Owner;
import io.groundswell.vault.VaultFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Asks networks in the name of connected accounts, and keeps how they do. */
@ApplicationScoped
public class Accounts {
    private final ConnectedAccounts accounts;

    Accounts(ConnectedAccounts accounts) {
        this.accounts = accounts;
    }

    /** The account as people know it; empty, and nothing is looked up, for another platform than the provider's own. */
    public Optional<String> shown(Owner owner, Provider provider, Platform own, Platform platform) {
        return platform == own ? accounts.find(owner, provider).map(ConnectedAccount::name) : Optional.empty();
    }

    public <T> T ask(Owner owner, Provider provider, Function<ConnectedAccount, T> question) {
        var account = accounts.find(owner, provider)
                .orElseThrow(() ->
                        new NetworkFailure(Kind.REVOKED, "No %s account is connected any more".formatted(provider)));
        try {
            var answer = opened(account, question);
            accounts.succeeded(account);
            return answer;
        } catch (NetworkFailure failure) {
            if (failure.kind() == Kind.REVOKED || failure.kind() == Kind.PASSING) {
                accounts.failed(account, failure.kind() == Kind.REVOKED, failure.getMessage());
            }
            throw failure;
        }
    }

    private static <T> T opened(ConnectedAccount account, Function<ConnectedAccount, T> question) {
        try {
            return question.apply(account);
        } catch (VaultFailure lost) {
            lost.log("The token of account", account.id());
            // Another server may have the key that this one lacks, or it itself in a moment.
            throw new NetworkFailure(
                    Kind.PASSING,
                    "This server cannot read the token of the %s account. Connect it again"
                            .formatted(account.provider()));
        }
    }
}
