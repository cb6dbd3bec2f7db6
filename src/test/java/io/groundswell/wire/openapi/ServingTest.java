package io.groundswell.wire.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.groundswell.testing.ApiDocument;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ServingTest {
    static Stream<String> documents() {
        return ApiDocument.ADDRESSES.values().stream().distinct().sorted();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_needs_no_key_and_may_be_kept(String address) {
        // When
        var answer = given().get(address);
        // Then
        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=300")
                .header("X-Request-ID", not(emptyOrNullString()))
                .body("openapi", startsWith("3.1"));
        given().header("If-None-Match", answer.header("ETag"))
                .get(address)
                .then()
                .statusCode(304)
                .body(emptyOrNullString());
        given().header("If-None-Match", "\"another\"").get(address).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/%s", "\"another\", %s", "W/\"another\",W/%s , \"third\"", "*", " * "})
    void a_document_that_is_known_is_not_sent_however_it_is_named(String known) {
        var address = documents().findFirst().orElseThrow();
        var tag = given().get(address).header("ETag");

        given().header("If-None-Match", known.formatted(tag))
                .get(address)
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_is_there_in_yaml_too(String address) {
        given().get(address.replace(".json", ".yaml"))
                .then()
                .statusCode(200)
                .contentType(containsString("yaml"))
                .header("ETag", not(emptyOrNullString()))
                .body(containsString("openapi: 3.1"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void an_address_without_a_format_serves_what_is_asked_for(String address) {
        var bare = address.replace(".json", "");
        var json = given().get(address).asString();
        var yaml = given().get(address.replace(".json", ".yml")).asString();
        assertThat(given().accept("*/*").get(bare).asString()).isEqualTo(yaml);
        assertThat(given().accept("application/json").get(bare).asString()).isEqualTo(json);
        assertThat(given().get(bare + "?format=JSON").asString()).isEqualTo(json);
        assertThat(given().get(bare + "?format=json").asString()).isEqualTo(json);
        var slash = given().get(address + "/");
        assertThat(slash.asString()).isEqualTo(json);
        slash.then().header("Cache-Control", "public, max-age=300");
        given().head(address).then().statusCode(200).header("ETag", notNullValue());
    }

    @Test
    void the_page_for_people_offers_every_document() {
        // When
        var page = given().get("/docs/api/").then().statusCode(200).extract().asString();
        // Then
        documents().forEach(address -> assertThat(page).contains(address));
        var start = given().get("/docs/api/start.js")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        documents().forEach(address -> assertThat(start).contains('"' + address + '"'));
        given().get("/docs/api/swagger-ui-bundle.js").then().statusCode(200);
        given().get("/docs/errors").then().statusCode(200).contentType(equalTo("text/html;charset=UTF-8"));
    }
}
