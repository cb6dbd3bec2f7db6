package io.groundswell.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.health.UnsafeSettings.Danger;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeSettingsTest {
    private static final String PUBLIC_URL = "groundswell.wire.public-url";

    @Test
    void a_server_that_is_tried_on_its_own_machine_has_none() {
        assertThat(dangers(Map.of(PUBLIC_URL, "http://localhost:8080", "quarkus.http.host", "localhost")))
                .isEmpty();
    }

    @Test
    void a_server_that_others_reach_and_that_was_told_nothing_is_told_so() {
        var started = Map.of(PUBLIC_URL, "http://localhost:8080", "quarkus.http.host", "0.0.0.0");
        assertThat(dangers(started)).containsExactly(PUBLIC_URL);
        var developed = new HashMap<>(started);
        developed.put("groundswell.development", "true");
        assertThat(dangers(developed)).containsExactly("groundswell.development");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/groundswell",
                "jdbc:postgresql://db.example:5432/groundswell?sslmode=prefer",
                "jdbc:postgresql://localhost,db.example:5433/groundswell",
                "jdbc:postgresql://10.0.0.7/groundswell?ssl=true&sslmode=disable",
                "jdbc:postgresql://[2001:db8::1]:5432/groundswell?user=a",
            })
    void a_database_over_the_network_is_reached_encrypted(String address) {
        assertThat(dangers(Map.of(DatabaseWay.ADDRESS, address))).containsExactly(DatabaseWay.ADDRESS);
        assertThat(dangers(Map.of(
                        DatabaseWay.ADDRESS,
                        address,
                        "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode",
                        "verify-full")))
                .isEqualTo(address.contains("sslmode") ? List.of(DatabaseWay.ADDRESS) : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:40001/postgres",
                "jdbc:postgresql://127.0.0.1/groundswell",
                "jdbc:postgresql://[::1]:5432,localhost/groundswell",
                "jdbc:postgresql:groundswell",
                "jdbc:postgresql://db.example/groundswell?sslmode=require",
                "jdbc:postgresql://db.example/groundswell?user=a&sslmode=verify-ca",
                "jdbc:postgresql://db.example,other.example/groundswell?sslmode=verify-full",
                "jdbc:postgresql://db.example/groundswell?ssl=true",
            })
    void a_database_on_this_machine_or_behind_tls_is_no_danger(String address) {
        assertThat(dangers(Map.of(DatabaseWay.ADDRESS, address))).isEmpty();
    }

    @Test
    void a_server_that_others_use_is_told_what_it_lacks() {
        assertThat(dangers(Map.of(PUBLIC_URL, "http://groundswell.example")))
                .containsExactly(PUBLIC_URL, "groundswell.vault.keys");
        assertThat(dangers(Map.of(PUBLIC_URL, "https://groundswell.example")))
                .containsExactly("quarkus.http.proxy.proxy-address-forwarding", "groundswell.vault.keys");
        assertThat(dangers(Map.of(
                        PUBLIC_URL,
                        "https://groundswell.example",
                        "quarkus.http.proxy.proxy-address-forwarding",
                        "true",
                        "quarkus.http.proxy.trusted-proxies",
                        "10.0.0.1",
                        "groundswell.vault.keys",
                        "a:AAAA,shared",
                        "groundswell.operator-token",
                        "x".repeat(32),
                        "groundswell.bootstrap.password",
                        "x".repeat(12))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "shared,a:AAAA", "shared , a:AAAA"})
    void a_key_that_lies_in_the_database_protects_no_backup(String keys) {
        assertThat(dangers(Map.of(PUBLIC_URL, "http://groundswell.example", "groundswell.vault.keys", keys)))
                .containsExactly(PUBLIC_URL, "groundswell.vault.keys");
    }

    @Test
    void whose_word_about_addresses_is_taken_is_said() {
        var forwarding = "quarkus.http.proxy.proxy-address-forwarding";
        assertThat(dangers(Map.of(forwarding, "true"))).containsExactly("quarkus.http.proxy.trusted-proxies");
        assertThat(dangers(Map.of(forwarding, "true", "quarkus.http.proxy.trusted-proxies", "")))
                .containsExactly("quarkus.http.proxy.trusted-proxies");
        assertThat(dangers(Map.of(forwarding, "true", "quarkus.http.proxy.trusted-proxies", "10.0.0.0/8")))
                .isEmpty();
        assertThat(dangers(Map.of(forwarding, "true", "quarkus.http.proxy.trusted-proxy[0].subject-dn", "CN=proxy")))
                .isEmpty();
        assertThat(dangers(Map.of(forwarding, "false"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "groundswell.development, true, false",
        "groundswell.outbound.private-targets, true, false",
        "groundswell.sandbox.live, true, false",
        "groundswell.source.sandbox, true, false",
        "groundswell.tracker.demo, true, false",
        "quarkus.tls.trust-all, true, false",
        "groundswell.operator-token, short, a-token-that-nobody-will-guess-soon",
        "groundswell.bootstrap.password, hunter2, correct horse",
    })
    void a_setting_is_unsafe_with_one_value_and_not_with_another(String key, String unsafe, String safe) {
        assertThat(dangers(Map.of(key, unsafe))).containsExactly(key);
        assertThat(dangers(Map.of(key, safe))).isEmpty();
    }

    @Test
    void mails_with_addresses_are_encrypted() {
        var mails = Map.of("groundswell.export.mail-from", "a@example.com", "quarkus.mailer.host", "smtp.example.com");
        assertThat(dangers(mails)).containsExactly("quarkus.mailer.start-tls");
        assertThat(dangers(Map.of(
                        "groundswell.export.mail-from",
                        "a@example.com",
                        "quarkus.mailer.host",
                        "smtp.example.com",
                        "quarkus.mailer.start-tls",
                        "REQUIRED")))
                .isEmpty();
    }

    @Test
    void tokens_of_an_identity_provider_are_for_this_server() {
        var issuer = "groundswell.identity.issuer";
        var audience = "groundswell.identity.audience";
        assertThat(dangers(Map.of(issuer, "https://identity.example"))).containsExactly(audience);
        assertThat(dangers(Map.of(issuer, "https://identity.example", audience, "groundswell")))
                .isEmpty();
        assertThat(dangers(Map.of(
                        issuer,
                        "https://identity.example",
                        "groundswell.identity.authorized-parties",
                        "https://a.example")))
                .isEmpty();
    }

    @Test
    void no_value_is_told() {
        var config = config(Map.of("groundswell.operator-token", "hunter2"));
        assertThat(UnsafeSettings.of(config)).singleElement().matches(danger -> !danger.told()
                .contains("hunter2"));
    }

    @Test
    void all_are_in_the_documentation() throws IOException {
        var page = Files.readString(Path.of("docs/operations.md"));
        assertThat(UnsafeSettings.ALL).map(Danger::key).allMatch(key -> page.contains("| `" + key + "` |"));
    }

    private static List<String> dangers(Map<String, String> settings) {
        return UnsafeSettings.of(config(settings)).stream().map(Danger::key).toList();
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
