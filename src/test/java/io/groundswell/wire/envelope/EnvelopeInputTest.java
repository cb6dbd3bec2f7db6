package io.groundswell.wire.envelope;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class EnvelopeInputTest {
    @Inject
    Rows rows;

    private Api.Organization organization;

    @BeforeEach
    void someone() {
        organization = Api.organization();
    }

    static Stream<byte[]> badBodies() {
        var texts = Stream.of(
                "[".repeat(1_000) + "]".repeat(1_000),
                "{\"name\":" + "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_001),
                "{\"name\":\"x\",\"unknown\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"a\\ud800\"}",
                "{\"name\":\"a\",\"readme\":\"\\udc00\"}",
                "{\"name\":\"a\",\"readme\":" + "9".repeat(100_000) + "}",
                "{\"name\":\"a\",\"unknown\":" + "9".repeat(100_000) + "}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":{\"a\":1}}",
                "{\"name\":true}",
                "{\"name\":null}",
                "[{\"name\":\"a\"}]",
                "null",
                "5",
                "\"name\"",
                "{\"name\":\"a\"}{}",
                "{\"name\":\"" + "x".repeat(300_000) + "\"}",
                "   ");
        return Stream.concat(
                texts.map(text -> text.getBytes(StandardCharsets.UTF_8)),
                Stream.of(new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xc3, 0x28, '"', '}'}));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void a_bad_body_is_refused_in_the_envelope_and_nothing_is_stored(byte[] body) {
        var answer = as(organization.tga()).body(body).post("/api/v1/projects");

        assertRefused(answer, 400, "invalid_body");
        assertThat(rows.count("select count(*) from program where organization_id = '%s'".formatted(organization.id())))
                .isZero();
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        var answer = as(organization.tga())
                .body("{\"name\":\"" + "x".repeat(1_100_000) + "\"}")
                .post("/api/v1/projects");

        assertRefused(answer, 413, "invalid_body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "00000000-0000-0000-0000-00000000000",
                "00000000-0000-0000-0000-0000000000000",
                "0000000g-0000-0000-0000-000000000000",
                "prj_0000000000000000"
            })
    void what_is_no_uuid_is_no_id(String id) {
        assertRefused(as(organization.tga()).get("/api/v1/projects/{id}", id), 400, "invalid_params");
        assertRefused(as(organization.tga()).delete("/api/v1/api-keys/{id}", id), 400, "invalid_params");
    }

    @Test
    void a_cursor_beyond_all_times_is_none() {
        for (var first : new byte[] {(byte) 0x80, 0x7f}) {
            var bytes = new byte[24];
            bytes[0] = first;
            var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);

            assertRefused(
                    as(organization.tga()).queryParam("cursor", cursor).get("/api/v1/projects"), 400, "invalid_query");
        }
    }

    @Test
    void whoever_administers_nothing_manages_no_keys_and_no_settings() {
        rows.change(
                "update membership set role = 'OPERATOR' where organization_id = '%s'".formatted(organization.id()));

        assertRefused(as(organization.tga()).get("/api/v1/api-keys"), 403, "forbidden");
        assertRefused(as(organization.tga()).body(Map.of()).patch("/api/v1/organization"), 403, "forbidden");
        assertThat(as(organization.tga())
                        .body(Map.of("name", "Ours"))
                        .post("/api/v1/projects")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_viewers_key_writes_nothing() {
        rows.change("update membership set role = 'VIEWER' where organization_id = '%s'".formatted(organization.id()));

        assertRefused(
                as(organization.tga()).body(Map.of("name", "x")).post("/api/v1/projects"), 403, "insufficient_scope");
        assertThat(as(organization.tga()).get("/api/v1/projects").statusCode()).isEqualTo(200);
    }

    private static void assertRefused(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("meta.code")).as(answer.asString()).isEqualTo(code);
        assertThat(answer.<Map<String, Object>>path("$")).containsOnlyKeys("data", "error", "meta");
        assertThat(answer.<Object>path("data")).isNull();
        assertThat(answer.<String>path("error")).isNotBlank().doesNotContain("io.groundswell", "jackson");
    }
}
