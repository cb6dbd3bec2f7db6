package io.groundswell.health;

import io.groundswell.shared.WebAddress;
import io.groundswell.text.Characters;
import io.groundswell.zone.Zones;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Stops the start on settings with which something would fail later, and maybe for everybody. */
@ApplicationScoped
class RefusedSettings {
    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 320;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** Well below how long one server alone may fetch another token. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(45);

    private static final String JWKS_URL = "groundswell.identity.jwks-url";

    /** A setting, when nobody can work with it, and what it has to be. Never its value. */
    record Fault(String key, BiPredicate<Config, String> when, String rule) {
        boolean isIn(Config config) {
            return when.test(config, key);
        }

        String told() {
            return key + " " + rule;
        }
    }

    static final List<Fault> ALL = List.of(
            secret("groundswell.jwt.secret"),
            secret("groundswell.jwt.other-secret"),
            new Fault(
                    "groundswell.wire.public-url",
                    text((config, url) -> !isOrigin(url)),
                    "must be an http or https origin, such as https://groundswell.example"),
            count("groundswell.wire.max-body-bytes"),
            new Fault(JWKS_URL, text((config, url) -> !WebAddress.is(url)), "must be an http or https address"),
            new Fault(
                    JWKS_URL,
                    (config, key) -> isGiven(config, "groundswell.identity.issuer") && !isGiven(config, key),
                    "must be set when groundswell.identity.issuer is"),
            new Fault(
                    "groundswell.bootstrap.organization",
                    atFirst((config, key) -> length(config, key) < 1 || length(config, key) > LONGEST_NAME),
                    "must have 1 to %d characters".formatted(LONGEST_NAME)),
            new Fault(
                    "groundswell.bootstrap.email",
                    atFirst((config, key) -> length(config, key) < 1 || length(config, key) > LONGEST_EMAIL),
                    "must have 1 to %d characters".formatted(LONGEST_EMAIL)),
            new Fault(
                    "groundswell.bootstrap.timezone",
                    atFirst(text((config, zone) -> Zones.read(zone) == null)),
                    "must be a zone of the tz database"),
            count("groundswell.pipeline.horizon-days"),
            count("groundswell.pipeline.attempts"),
            time("groundswell.pipeline.lease"),
            count("groundswell.event.most-waiting"),
            count("groundswell.event.most-waiting-bytes"),
            count("groundswell.event.batch"),
            time("groundswell.jwt.lifetime"),
            time("groundswell.source.profile-every"),
            time("groundswell.source.discover-every"),
            time("groundswell.source.count-every"),
            time("groundswell.tiktok.timeout"),
            atMost("groundswell.tiktok.timeout", LONGEST_CALL),
            time("groundswell.audit-retention"),
            time("groundswell.mission.test-retention"),
            time("groundswell.key-rotation-grace"),
            time("groundswell.webhook.timeout"),
            atMost("groundswell.webhook.timeout", LONGEST_ANSWER));

    private final Config config;

    RefusedSettings(Config config) {
        this.config = config;
    }

    /** Before anything else is done with them. */
    void onStart(@Observes @Priority(0) StartupEvent start) {
        refuse(config);
    }

    static void refuse(Config config) {
        var faults = ALL.stream()
                .filter(fault -> fault.isIn(config))
                .map(Fault::told)
                .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The server cannot work with these settings: " + faults);
        }
    }

    private static Fault secret(String key) {
        return new Fault(
                key,
                text((config, secret) -> secret.length() < SHORTEST_SECRET),
                "must have %d characters or more".formatted(SHORTEST_SECRET));
    }

    private static Fault count(String key) {
        return new Fault(
                key,
                (config, name) -> config.getOptionalValue(name, Long.class)
                        .filter(count -> count < 1)
                        .isPresent(),
                "must be 1 or more");
    }

    private static Fault time(String key) {
        return new Fault(
                key,
                (config, name) -> time(config, name)
                        .filter(time -> time.isNegative() || time.isZero())
                        .isPresent(),
                "must be longer than nothing");
    }

    private static Fault atMost(String key, Duration most) {
        return new Fault(
                key,
                (config, name) -> time(config, name)
                        .filter(time -> time.compareTo(most) > 0)
                        .isPresent(),
                "must be %d seconds or less".formatted(most.toSeconds()));
    }

    private static Optional<Duration> time(Config config, String key) {
        return config.getOptionalValue(key, Duration.class);
    }

    /** Of settings that are only looked at when the first organization is made. */
    private static BiPredicate<Config, String> atFirst(BiPredicate<Config, String> when) {
        return (config, key) -> config.getOptionalValue("groundswell.bootstrap.enabled", Boolean.class)
                        .orElse(true)
                && when.test(config, key);
    }

    private static BiPredicate<Config, String> text(BiPredicate<Config, String> when) {
        return (config, key) -> config.getOptionalValue(key, String.class)
                .filter(text -> when.test(config, text))
                .isPresent();
    }

    private static boolean isGiven(Config config, String key) {
        return config.getOptionalValue(key, String.class)
                .filter(text -> !text.isBlank())
                .isPresent();
    }

    /** 1 for one that has a default and was not set. */
    private static int length(Config config, String key) {
        return config.getOptionalValue(key, String.class)
                .map(text -> text.isBlank() ? 0 : Characters.count(text))
                .orElse(1);
    }

    private static boolean isOrigin(String url) {
        if (!WebAddress.is(url)) {
            return false;
        }
        var uri = URI.create(url);
        return uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }
}
