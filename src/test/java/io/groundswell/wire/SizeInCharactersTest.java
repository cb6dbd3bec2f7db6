package io.groundswell.wire;

import static io.groundswell.testing.Api.as;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SizeInCharactersTest {
    private static final int MOST = 100;

    @Test
    void a_limit_counts_what_the_documents_call_characters() {
        var admin = Api.organization().live();
        as(admin)
                .body(Map.of("name", "😀".repeat(MOST)))
                .post("/v1/auth/keys")
                .then()
                .statusCode(201)
                .body("name", equalTo("😀".repeat(MOST)));
        as(admin)
                .body(Map.of("name", "😀".repeat(MOST + 1)))
                .post("/v1/auth/keys")
                .then()
                .statusCode(400)
                .body("error.param", equalTo("name"));
    }
}
