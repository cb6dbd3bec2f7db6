package io.groundswell.publishing.metricool;

import io.groundswell.mission.Platform;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.publishing.metricool.MetricoolFailure.Kind;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an organization's account at Metricool is called with, and how it did. */
@ApplicationScoped
class MetricoolLogins {
    private static final String BLOG = "blog_id";
    private static final String USER = "user_id";

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
        return accounts.find(owner, Provider.METRICOOL)
                .map(account ->
                        new Login(accounts.token(account), account.data().get(USER), blogId(account)));
    }

    /** The brand's account on the platform. */
    Optional<String> account(Owner owner, Platform platform) {
        return Networks.of(platform)
                .flatMap(known -> accounts.find(owner, Provider.METRICOOL))
                .map(account -> account.platforms().get(platform));
    }

    void succeeded(Owner owner) {
        accounts.find(owner, Provider.METRICOOL).ifPresent(accounts::succeeded);
    }

    /** Notes what tells of the account; a post that is refused tells of the post. */
    void failed(Owner owner, MetricoolFailure failure) {
        if (failure.kind() != Kind.REFUSED && failure.kind() != Kind.GONE) {
            accounts.find(owner, Provider.METRICOOL)
                    .ifPresent(account ->
                            accounts.failed(account, failure.kind() == Kind.REFUSED_TOKEN, failure.getMessage()));
        }
    }
}
