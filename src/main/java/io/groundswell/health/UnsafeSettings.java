package io.groundswell.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says which settings are for trying the server out, and not for one that others use. */
@ApplicationScoped
class UnsafeSettings {
    private static final Logger LOG = Logger.getLogger(UnsafeSettings.class);
    private static final int SHORTEST_TOKEN = 32;
    private static final int SHORTEST_PASSWORD = 12;
    private static final String AUDIENCE = "groundswell.identity.audience";
    private static final String AUTHORIZED_PARTIES = "groundswell.identity.authorized-parties";
    private static final String PUBLIC_URL = "groundswell.wire.public-url";
    static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A setting, when it is unsafe, and what then may happen. Never its value. */
    record Danger(String key, Predicate<Config> when, String why) {
        /** One that is unsafe when it is switched on. */
        static Danger on(String key, String why) {
            return new Danger(key, config -> is(config, key), why);
        }

        String told() {
            return key + ": " + why;
        }
    }

    static final List<Danger> ALL = List.of(
            Danger.on("groundswell.development", "development keys open the server, and operators move its clock"),
            Danger.on(
                    "groundswell.outbound.private-targets",
                    "whoever may register a webhook can have this server call anything in your network"),
            Danger.on("groundswell.sandbox.live", "live posts reach nobody"),
            Danger.on("groundswell.source.sandbox", "projects may be shown invented figures"),
            Danger.on("groundswell.tracker.demo", "a page for trying the tracker is there for everybody"),
            new Danger(
                    "groundswell.operator-token",
                    config -> isShort(config, "groundswell.operator-token", SHORTEST_TOKEN),
                    "has fewer than %d characters, and opens every organization".formatted(SHORTEST_TOKEN)),
            new Danger(
                    "groundswell.bootstrap.password",
                    config -> isShort(config, "groundswell.bootstrap.password", SHORTEST_PASSWORD),
                    "has fewer than %d characters".formatted(SHORTEST_PASSWORD)),
            new Danger(
                    AUDIENCE,
                    UnsafeSettings::letsStrangersIn,
                    "is not set, nor is %s, so whoever has a token of the identity provider for any other application is logged in"
                            .formatted(AUTHORIZED_PARTIES)),
            new Danger(
                    PUBLIC_URL,
                    config -> isReachedByOthers(config) && !isEncrypted(config),
                    "is not https, so keys, sessions and signed addresses can be read on their way"),
            new Danger(
                    PUBLIC_URL,
                    UnsafeSettings::isReachedUnsaid,
                    "is an address of this machine, while others reach the server: what it would lack for them is not looked at. "
                            + "Set it, or quarkus.http.host=localhost"),
            new Danger(
                    "quarkus.http.proxy.proxy-address-forwarding",
                    config -> isEncrypted(config) && !is(config, "quarkus.http.proxy.proxy-address-forwarding"),
                    "is off behind a proxy, so all clients share the limits of one address, and the audit trail shows the proxy"),
            new Danger(
                    "quarkus.http.proxy.trusted-proxies",
                    config -> is(config, "quarkus.http.proxy.proxy-address-forwarding")
                            && text(config, "quarkus.http.proxy.trusted-proxies")
                                    .isEmpty()
                            && text(config, "quarkus.http.proxy.trusted-proxy[0].subject-dn")
                                    .isEmpty(),
                    "is not set while addresses are forwarded, so whoever reaches the server tells it any address, and no limit by address holds"),
            new Danger(
                    "groundswell.vault.keys",
                    config -> isReachedByOthers(config)
                            && text(config, "groundswell.vault.keys")
                                    .filter(keys -> !keys.matches("shared\\s*(,.*)?"))
                                    .isEmpty(),
                    "is not set, or begins with shared, so a backup of the database opens the secrets that it has"),
            new Danger(
                    DatabaseWay.ADDRESS,
                    DatabaseWay::isOpen,
                    "leads over the network without sslmode=verify-full, so what is stored can be read on its way"),
            new Danger(
                    "quarkus.mailer.start-tls",
                    UnsafeSettings::mailsInTheOpen,
                    "is not REQUIRED, so addresses of exports may be mailed unencrypted"),
            Danger.on("quarkus.tls.trust-all", "certificates of others are not looked at"));

    private final Config config;
    private final MeterRegistry meters;

    UnsafeSettings(Config config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    /** In the log, and for as long as the server runs among the metrics, which nobody but operators may read. */
    void tell(@Observes StartupEvent start) {
        for (var danger : of(config)) {
            Gauge.builder("groundswell.unsafe.settings", () -> 1)
                    .tag("setting", danger.key())
                    .description("1 for each setting that is unsafe on a server that others use")
                    .register(meters);
            if (LaunchMode.current() == LaunchMode.NORMAL) {
                LOG.warnf("Unsafe setting: %s", danger.told());
            }
        }
    }

    static List<Danger> of(Config config) {
        return ALL.stream().filter(danger -> danger.when().test(config)).toList();
    }

    private static boolean is(Config config, String key) {
        return config.getOptionalValue(key, Boolean.class).orElse(false);
    }

    private static Optional<String> text(Config config, String key) {
        return config.getOptionalValue(key, String.class).filter(text -> !text.isBlank());
    }

    private static boolean isShort(Config config, String key, int shortest) {
        return text(config, key).filter(text -> text.length() < shortest).isPresent();
    }

    private static boolean letsStrangersIn(Config config) {
        return text(config, "groundswell.identity.issuer").isPresent()
                && text(config, AUDIENCE).isEmpty()
                && text(config, AUTHORIZED_PARTIES).isEmpty();
    }

    /** Somebody who tries the server on the machine in front of them needs none of what the others do. */
    private static boolean isReachedByOthers(Config config) {
        return isElsewhere(text(config, PUBLIC_URL).map(url -> URI.create(url).getHost()));
    }

    /** The way a server is that was put where others reach it, and told nothing else. */
    private static boolean isReachedUnsaid(Config config) {
        return text(config, PUBLIC_URL).isPresent()
                && !isReachedByOthers(config)
                && isElsewhere(text(config, "quarkus.http.host"))
                && !is(config, "groundswell.development");
    }

    private static boolean isElsewhere(Optional<String> host) {
        return host.filter(name -> !THIS_MACHINE.contains(name)).isPresent();
    }

    private static boolean isEncrypted(Config config) {
        return text(config, PUBLIC_URL)
                .filter(url -> url.startsWith("https://"))
                .isPresent();
    }

    private static boolean mailsInTheOpen(Config config) {
        return text(config, "groundswell.export.mail-from").isPresent()
                && isElsewhere(text(config, "quarkus.mailer.host"))
                && !is(config, "quarkus.mailer.tls")
                && !is(config, "quarkus.mailer.ssl")
                && !text(config, "quarkus.mailer.start-tls").equals(Optional.of("REQUIRED"));
    }
}
