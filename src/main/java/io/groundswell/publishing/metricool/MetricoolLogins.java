package io.groundswell.publishing.metricool;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.metricool.MetricoolFailure.Kind;
import io.groundswell.shared.Owner;
import io.groundswell.vault.VaultFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an organization's account at Metricool is called with, and how it did. */
@ApplicationScoped
class MetricoolLogins {
    private static final String BLOG = "blog_id";
    private static final String USER = "user_id";

    /** What tells of the account; a post that is refused tells of the post. */
    private static final Set<Kind> TELLING = EnumSet.of(Kind.REFUSED_TOKEN, Kind.LIMITED, Kind.UNREACHED, Kind.UNKNOWN);

    private final ConnectedAccounts accounts;

    MetricoolLogins(ConnectedAccounts accounts) {
        this.accounts = accounts;
    }

    /** What is kept of a login beside the token. */
    static Map<String, String> data(Login login) {
        var data = new HashMap<String, String>();
        data.put(BLOG, login.blogId());
        if (login.userId() != null) {
            data.put(USER, login.userId());
        }
        return data;
    }

    static String blogId(ConnectedAccount account) {
        return account.data().get(BLOG);
    }

    Optional<Login> of(Owner owner) {
        return accounts.find(owner, Provider.METRICOOL).map(this::login);
    }

    private Login login(ConnectedAccount account) {
        return new Login(token(account), account.data().get(USER), blogId(account));
    }

    private String token(ConnectedAccount account) {
        try {
            return accounts.token(account);
        } catch (VaultFailure lost) {
            lost.log("The token of account", account.id());
            // Another server may have the key that this one lacks, or it itself in a moment.
            throw new MetricoolFailure(
                    Kind.UNREACHED, "This server cannot read the token of Metricool. Connect Metricool again");
        }
    }

    /** Asks in the organization's name, and notes how that went of the account that was asked for, and of no later one. */
    <T> T ask(Owner owner, Function<Login, T> question) {
        var account = accounts.find(owner, Provider.METRICOOL)
                .orElseThrow(() -> new MetricoolFailure(Kind.REFUSED_TOKEN, "Metricool is not connected any more"));
        try {
            var answer = question.apply(login(account));
            accounts.succeeded(account);
            return answer;
        } catch (MetricoolFailure failure) {
            if (TELLING.contains(failure.kind())) {
                accounts.failed(account, failure.kind() == Kind.REFUSED_TOKEN, failure.getMessage());
            }
            throw failure;
        }
    }

    /** The same about a brand: one that an earlier account had tells nothing of this one when its token is refused there. */
    <T> T ask(Owner owner, String brand, Function<Login, T> question) {
        return ask(owner, login -> {
            var asked = login.of(brand);
            try {
                return question.apply(asked);
            } catch (MetricoolFailure failure) {
                throw asked.isForOtherBrand() ? failure.ofOtherBrand() : failure;
            }
        });
    }

    /** The brand's account on the platform. */
    Optional<String> account(Owner owner, Platform platform) {
        return Networks.of(platform)
                .flatMap(known -> accounts.find(owner, Provider.METRICOOL))
                .map(account -> account.platforms().get(platform));
    }
}
