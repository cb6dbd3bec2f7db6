package io.groundswell.publishing.metricool;

import io.groundswell.outbound.Health;
import io.groundswell.publishing.ConnectedAccount;
import io.groundswell.publishing.ConnectedAccounts;
import io.groundswell.publishing.Provider;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An organization's account at Metricool. Methods that call Metricool must run outside transactions. */
@ApplicationScoped
public class MetricoolService {
    private final ConnectedAccounts accounts;
    private final MetricoolLogins logins;
    private final MetricoolAccount account;
    private final MetricoolApi api;

    MetricoolService(ConnectedAccounts accounts, MetricoolLogins logins, MetricoolAccount account, MetricoolApi api) {
        this.accounts = accounts;
        this.logins = logins;
        this.account = account;
        this.api = api;
    }

    /** @param blogId Metricool's number of the brand */
    public record Connected(ConnectedAccount account, String blogId) {
        static Connected of(ConnectedAccount account) {
            return new Connected(account, MetricoolLogins.blogId(account));
        }
    }

    /** Asks Metricool first; an account that is connected already is replaced. */
    public Connected connect(Caller caller, Login login) {
        ConnectedAccounts.requireLive(caller.owner());
        var brand = account.brand(() -> login);
        return Connected.of(accounts.connect(
                caller,
                Provider.METRICOOL,
                new ConnectedAccounts.Connection(
                        brand.name(), brand.accounts(), MetricoolLogins.data(login), login.token())));
    }

    public Optional<Connected> find(Owner owner) {
        return accounts.find(owner, Provider.METRICOOL).map(Connected::of);
    }

    private Login login(Owner owner) {
        return logins.of(owner).orElseThrow(MetricoolService::notConnected);
    }

    private static Refusal notConnected() {
        return ConnectedAccounts.notConnected(Provider.METRICOOL);
    }

    /** @param callsLeft null when Metricool does not say */
    public record Trial(Health health, Duration latency, Long callsLeft) {}

    /** Makes one call and tells how it went. */
    public Trial test(Owner owner) {
        requireConnected(owner);
        var began = System.nanoTime();
        try {
            var told = logins.ask(owner, login -> api.ask(login, MetricoolAccount.BRANDS, Map.of()));
            return new Trial(Health.HEALTHY, since(began), told.callsLeft());
        } catch (MetricoolFailure failure) {
            return new Trial(unwell(requireConnected(owner).account()), since(began), null);
        }
    }

    /** Not every failure tells of the account, but none is told of as healthy. */
    private static Health unwell(ConnectedAccount account) {
        var isHealthy = account.health() == Health.HEALTHY;
        return isHealthy ? Health.DEGRADED : account.health();
    }

    private Connected requireConnected(Owner owner) {
        return find(owner).orElseThrow(MetricoolService::notConnected);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** All brands of the account, as it has them now. */
    public List<Brand> brands(Owner owner) {
        return account.brands(() -> login(owner));
    }

    /** The connected brand, as it is now. */
    public Brand brand(Owner owner) {
        return account.brand(() -> login(owner));
    }
}
