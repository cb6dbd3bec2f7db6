package io.groundswell.health;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedSettingsTest {
    private static final String SECRET = "s".repeat(32);

    @Test
    void what_a_server_is_told_in_earnest_is_taken() {
        assertThatCode(() -> RefusedSettings.refuse(config(Map.of()))).doesNotThrowAnyException();
        assertThatCode(() -> RefusedSettings.refuse(config(Map.ofEntries(
                        Map.entry("groundswell.jwt.secret", SECRET),
                        Map.entry("groundswell.jwt.other-secret", SECRET),
                        Map.entry("groundswell.wire.public-url", "https://groundswell.example:8443"),
                        Map.entry("groundswell.wire.max-body-bytes", "1"),
                        Map.entry("groundswell.identity.issuer", "https://clerk.example"),
                        Map.entry("groundswell.identity.jwks-url", "https://clerk.example/.well-known/jwks.json"),
                        Map.entry("groundswell.bootstrap.organization", "Größe"),
                        Map.entry("groundswell.bootstrap.email", "admin@localhost"),
                        Map.entry("groundswell.bootstrap.timezone", "Europe/Berlin"),
                        Map.entry("groundswell.pipeline.attempts", "1"),
                        Map.entry("groundswell.pipeline.lease", "2S"),
                        Map.entry("groundswell.tiktok.timeout", "45S"),
                        Map.entry("groundswell.webhook.timeout", "30S")))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "groundswell.jwt.secret, hunter2hunter2",
        "groundswell.jwt.other-secret, hunter2hunter2",
        "groundswell.wire.public-url, groundswell.example",
        "groundswell.wire.public-url, ftp://groundswell.example",
        "groundswell.wire.public-url, https://",
        "groundswell.wire.public-url, https://groundswell.example/",
        "groundswell.wire.public-url, https://groundswell.example/below",
        "groundswell.wire.public-url, https://groundswell.example?a=b",
        "groundswell.wire.public-url, https://ada:secret@groundswell.example",
        "groundswell.wire.max-body-bytes, 0",
        "groundswell.wire.max-body-bytes, -1",
        "groundswell.identity.jwks-url, clerk.example/jwks.json",
        "groundswell.identity.jwks-url, file:/etc/jwks.json",
        "groundswell.bootstrap.organization, '  '",
        "groundswell.bootstrap.email, '  '",
        "groundswell.bootstrap.timezone, Mars/Olympus",
        "groundswell.pipeline.attempts, 0",
        "groundswell.pipeline.lease, 0S",
        "groundswell.pipeline.lease, PT-90S",
        "groundswell.event.batch, 0",
        "groundswell.audit-retention, 0S",
        "groundswell.mission.test-retention, PT-1H",
        "groundswell.key-rotation-grace, PT-1S",
        "groundswell.pipeline.horizon-days, 0",
        "groundswell.event.most-waiting, 0",
        "groundswell.event.most-waiting-bytes, 0",
        "groundswell.jwt.lifetime, 0S",
        "groundswell.jwt.lifetime, PT-1H",
        "groundswell.source.profile-every, 0S",
        "groundswell.source.discover-every, 0S",
        "groundswell.source.count-every, 0S",
        "groundswell.tiktok.timeout, 0S",
        "groundswell.tiktok.timeout, 46S",
        "groundswell.webhook.timeout, 0S",
        "groundswell.webhook.timeout, 31S",
    })
    void what_would_fail_later_stops_the_start_by_name(String key, String value) {
        assertThatThrownBy(() -> RefusedSettings.refuse(config(Map.of(key, value))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key)
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("ada:secret");
    }

    @Test
    void what_is_too_long_stops_the_start() {
        assertRefused(
                Map.of("groundswell.bootstrap.organization", "x".repeat(201)), "groundswell.bootstrap.organization");
        assertRefused(Map.of("groundswell.bootstrap.email", "x".repeat(321)), "groundswell.bootstrap.email");
    }

    @Test
    void an_issuer_needs_keys() {
        assertRefused(Map.of("groundswell.identity.issuer", "https://clerk.example"), "groundswell.identity.jwks-url");
    }

    @Test
    void all_of_them_are_told_at_once() {
        assertThatThrownBy(() -> RefusedSettings.refuse(
                        config(Map.of("groundswell.event.batch", "0", "groundswell.pipeline.attempts", "0"))))
                .hasMessageContaining("groundswell.pipeline.attempts must be 1 or more; groundswell.event.batch");
    }

    @Test
    void the_first_organization_is_looked_at_only_where_one_is_made() {
        var settings = new HashMap<>(Map.of("groundswell.bootstrap.email", " "));
        settings.put("groundswell.bootstrap.enabled", "false");
        assertThatCode(() -> RefusedSettings.refuse(config(settings))).doesNotThrowAnyException();
    }

    private static void assertRefused(Map<String, String> settings, String key) {
        assertThatThrownBy(() -> RefusedSettings.refuse(config(settings))).hasMessageContaining(key);
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
