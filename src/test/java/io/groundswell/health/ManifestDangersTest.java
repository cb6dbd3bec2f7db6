package io.groundswell.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.health.UnsafeSettings.Danger;
import io.groundswell.testing.Manifests;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A server that is deployed with what is in deploy/ has nothing to warn of. */
class ManifestDangersTest {
    private static final String PROXIES = "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES";
    /** What operators put into the Secret, as long as the guide has them make it. */
    private static final String SECRET = "x".repeat(48);

    @Test
    void servers_in_kubernetes_have_no_unsafe_settings() throws IOException {
        // Given
        var settings = new HashMap<>(secrets());
        var told = Manifests.only("v1", "ConfigMap").path("data");
        // When
        told.properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        // Then
        assertThat(dangers(settings)).isEmpty();
        settings.keySet().removeIf(name -> name.startsWith("QUARKUS_HTTP_PROXY"));
        assertThat(dangers(settings)).containsExactly("quarkus.http.proxy.proxy-address-forwarding");
    }

    @Test
    void servers_in_knative_have_no_unsafe_settings() throws IOException {
        // Given
        var secrets = secrets();
        var settings = new HashMap<String, String>();
        // When
        for (var one : Manifests.only("serving.knative.dev/v1", "Service").at("/spec/template/spec/containers/0/env")) {
            settings.put(one.path("name").asText(), value(one, secrets));
        }
        // Then
        assertThat(settings).doesNotContainValue(null);
        assertThat(dangers(settings)).isEmpty();
    }

    /** The framework takes an address of IPv6 without its network for the name of a host. */
    @Test
    void proxies_that_are_believed_are_named() throws IOException {
        var proxies = new ArrayList<String>();
        proxies.add(Manifests.only("v1", "ConfigMap").at("/data/" + PROXIES).asText());
        for (var one : Manifests.only("serving.knative.dev/v1", "Service").findValue("env")) {
            if (one.path("name").asText().equals(PROXIES)) {
                proxies.add(one.path("value").asText());
            }
        }
        assertThat(proxies)
                .hasSize(2)
                .allMatch(told -> told.matches("[0-9.]+(/[1-9][0-9]?)?(,[0-9.]+(/[1-9][0-9]?)?)*"));
    }

    private static String value(JsonNode setting, Map<String, String> secrets) {
        return setting.has("value")
                ? setting.path("value").asText()
                : secrets.get(setting.at("/valueFrom/secretKeyRef/key").asText());
    }

    /** Those that the guide puts into the Secret. */
    private static Map<String, String> secrets() throws IOException {
        var secrets = new HashMap<String, String>();
        var made = Pattern.compile("--from-literal=([A-Z_]+)=")
                .matcher(Files.readString(Path.of("docs/guides/deploy.md")));
        while (made.find()) {
            secrets.put(made.group(1), SECRET);
        }
        return secrets;
    }

    /** As images start: open to others. */
    private static List<String> dangers(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withSources(
                        new EnvConfigSource(settings, 300),
                        new PropertiesConfigSource(Map.of("quarkus.http.host", "0.0.0.0"), "image", 100))
                .build();
        return UnsafeSettings.of(config).stream().map(Danger::key).toList();
    }
}
