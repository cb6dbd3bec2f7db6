package io.groundswell.wire.flat;

import static org.hamcrest.Matchers.containsString;

import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ErrorPageTest {
    @Test
    void an_error_leads_to_its_explanation() {
        String url =
                RestAssured.get("/v1/missions").then().statusCode(401).extract().path("error.doc_url");
        var address = URI.create(url);

        RestAssured.get(address.getPath())
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("id=\"" + address.getFragment() + "\""));
    }
}
