package io.groundswell.account;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is not for development, starts on an empty database, is told its first keys and has no operator. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(FirstStartTest.Settings.class)
class FirstStartTest {
    private static final String KEY = "amp_live_" + "a".repeat(36);
    private static final String TGA = "tga_" + "0".repeat(64);

    public static final class Settings implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "groundswell.operator-token", " ",
                    "groundswell.wire.public-url", "https://acme.example",
                    "groundswell.development", "false",
                    "groundswell.bootstrap.organization", "Acme",
                    "groundswell.bootstrap.timezone", "Europe/Berlin",
                    "groundswell.bootstrap.email", "Root@Acme.example",
                    "groundswell.bootstrap.password", "a password of our own",
                    "groundswell.bootstrap.amp-api-key", KEY,
                    "groundswell.bootstrap.tga-api-key", TGA,
                    "groundswell.jwt.secret", "a secret that is shared by all of our instances");
        }
    }

    @Inject
    AccountConfig config;

    @Inject
    AgroalDataSource database;

    @Inject
    ApiKeyService keys;

    @Inject
    Bootstrap bootstrap;

    @Inject
    Organizations organizations;

    @Inject
    Operations operations;

    @Test
    void the_page_about_the_contracts_offers_those_that_are_there() {
        for (var path : new String[] {"/docs/api/", "/docs/api/start.js"}) {
            var page = RestAssured.get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString())
                    .contains("/api/v1/openapi.json", "\"/openapi.json\"")
                    .doesNotContain("/internal/");
        }
    }

    @Test
    void the_given_key_and_password_work() {
        var me = as(KEY).get("/v1/auth/whoami");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.<String>path("tenant.name")).isEqualTo("Acme");
        assertThat(as(KEY).get("/v1/tenant").<String>path("timezone")).isEqualTo("Europe/Berlin");
        var session = RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", "root@acme.example", "password", "a password of our own"))
                .post("/v1/auth/login");
        assertThat(session.statusCode()).isEqualTo(200);
        assertThat(as(session.path("token")).get("/v1/auth/whoami").<String>path("user.role"))
                .isEqualTo("admin");
    }

    @Test
    void the_credentials_are_kept_for_their_owner_alone() throws IOException {
        var file = Path.of(config.dataDirectory(), "credentials.env");

        var lines = Files.readAllLines(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(lines.stream().map(line -> line.split("=")[0]))
                .containsExactly(
                        "AMP_API_KEY", "AMP_TEST_KEY", "TGA_API_KEY", "AAK_API_KEY", "ADMIN_EMAIL", "ADMIN_PASSWORD");
        assertThat(lines).contains("AMP_API_KEY=" + KEY, "TGA_API_KEY=" + TGA, "ADMIN_EMAIL=root@acme.example");
        var test = lines.get(1).split("=")[1];
        assertThat(test).matches("amp_test_[0-9A-Za-z]{36}");
        assertThat(as(test).get("/v1/auth/whoami").statusCode()).isEqualTo(200);
    }

    @Test
    void rates_are_generous_and_what_may_be_kept_is_as_the_plan_says() {
        var first = organizations.find("name", "Acme").firstResult();
        assertThat(first.granted(Limit.SITE_REQUESTS_PER_MINUTE)).isEqualTo(100_000);
        assertThat(first.granted(Limit.REQUESTS_AT_ONCE)).isEqualTo(100_000);
        assertThat(first.granted(Limit.SITES)).isEqualTo(Limit.UNLIMITED);
        assertThat(first.granted(Limit.SITE_EVENTS)).isEqualTo(Limit.UNLIMITED);
        assertThat(first.granted(Limit.SITE_RETENTION_DAYS)).isEqualTo(365);
    }

    @Test
    void a_second_start_makes_nothing_new() {
        var before = organizations.count();

        bootstrap.onStart(new StartupEvent());

        assertThat(organizations.count()).isEqualTo(before).isEqualTo(1);
    }

    @Test
    void without_a_token_there_is_nothing_for_operators() {
        for (var path :
                new String[] {"/internal/tick", "/internal/organizations", "/internal/clock", "/internal/metrics"}) {
            for (var credential : new String[] {Api.OPERATOR, " ", KEY}) {
                var answer = as(credential)
                        .body("{\"name\":\"x\",\"now\":\"2030-01-01T00:00:00Z\"}")
                        .request(path.endsWith("clock") ? "PUT" : "POST", path);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
            }
        }
    }

    @Test
    void nor_is_there_by_another_spelling_or_by_what_the_framework_serves() {
        for (var path : List.of(
                "/internal",
                "/internal/nothing",
                "/internal/tick",
                "//internal/tick",
                "/internal//tick",
                "/%69nternal/tick",
                "/internal/metrics",
                "//internal/metrics",
                "/internal/openapi",
                "/internal/openapi.json",
                "//internal/openapi.yaml",
                "/internal//openapi.json")) {
            for (var method : List.of("GET", "POST", "OPTIONS")) {
                var answer = RestAssured.given().urlEncodingEnabled(false).request(method, path);
                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(404);
                assertThat(answer.<String>path("error.message")).isEqualTo("There is nothing at this address");
                assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
                assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
            }
        }
    }

    @Test
    void credentials_of_an_earlier_first_start_are_kept(@TempDir Path folder) throws IOException {
        var welcome = new Welcome(new InFolder(folder, config), "https://acme.example");
        var file = folder.resolve("credentials.env");
        for (var earlier : List.of("first", "second")) {
            Files.writeString(file, earlier);
            tell(welcome, new ByteArrayOutputStream());
        }

        assertThat(folder.resolve("credentials.1.env")).hasContent("first");
        assertThat(file).content().startsWith("AMP_API_KEY=");
        assertThat(folder.resolve("credentials.2.env")).content().startsWith("second");
    }

    @Test
    void whoever_came_encrypted_is_told_to_stay_so() {
        for (var path : new String[] {"/v1/health", "/ready", "/internal/metrics", "/review/unknown", "/q/health"}) {
            assertThat(RestAssured.get(path).header("Strict-Transport-Security"))
                    .as(path)
                    .isEqualTo("max-age=31536000");
        }
    }

    @Test
    void keys_for_development_do_not_work_here() {
        var refused = as(KEY).body("{\"name\":\"x\",\"environment\":\"dev\"}").post("/v1/auth/keys");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("error.param")).isEqualTo("environment");

        // One from a time when the server ran for development.
        var me = as(KEY).get("/v1/auth/whoami");
        var owner = new Owner(me.path("tenant.id"), Mode.TEST);
        var made = QuarkusTransaction.requiringNew()
                .call(() -> keys.make(owner, me.path("user.id"), KeyKind.AMP_DEV, "x", List.of("admin"), null));
        var answer = as(made.secret().text()).get("/v1/auth/whoami");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.<String>path("error.message")).contains("for development");
    }

    @Test
    void the_welcome_shows_everything_and_how_to_begin() {
        var terminal = new ByteArrayOutputStream();
        var opened = tell(
                new Welcome(new InFolder(Path.of(config.dataDirectory(), "other"), config), "https://acme.example"),
                terminal);

        var key = opened.keys().get(KeyKind.AMP_TEST).text();
        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .contains("ADMIN_PASSWORD=secret", "ADMIN_EMAIL=other@acme.example")
                .contains("curl -s https://acme.example/v1/auth/whoami -H 'Authorization: Bearer " + key + "'")
                .contains("curl -s https://acme.example/v1/missions")
                .contains(opened.keys().values().stream().map(Secret::text).toArray(String[]::new));
    }

    private Operations.Opened tell(Welcome welcome, ByteArrayOutputStream terminal) {
        var opened = QuarkusTransaction.requiringNew()
                .call(() -> operations.open(
                        "system", "Other", Plan.FREE, "UTC", Map.of(), "other@acme.example", "secret", Map.of()));
        var before = System.out;
        System.setOut(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        try {
            welcome.tell(opened, "secret");
        } finally {
            System.setOut(before);
            QuarkusTransaction.requiringNew()
                    .run(() -> operations.delete(opened.organization().id()));
        }
        return opened;
    }

    @Test
    void a_configured_key_of_the_wrong_form_stops_the_start() {
        assertThatThrownBy(() -> Bootstrap.requireUsable(KeyKind.AMP_LIVE, "hunter2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("amp_live_")
                .hasMessageNotContaining("hunter2");
    }

    /** The same settings with another data folder. */
    private record InFolder(Path folder, AccountConfig others) implements AccountConfig {
        @Override
        public String dataDirectory() {
            return folder.toString();
        }

        @Override
        public boolean development() {
            return others.development();
        }

        @Override
        public java.util.Optional<String> operatorToken() {
            return others.operatorToken();
        }

        @Override
        public Jwt jwt() {
            return others.jwt();
        }

        @Override
        public Identity identity() {
            return others.identity();
        }

        @Override
        public Bootstrap bootstrap() {
            return others.bootstrap();
        }

        @Override
        public java.time.Duration keyRotationGrace() {
            return others.keyRotationGrace();
        }

        @Override
        public java.time.Duration auditRetention() {
            return others.auditRetention();
        }
    }
}
