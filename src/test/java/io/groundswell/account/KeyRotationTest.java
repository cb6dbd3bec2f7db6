package io.groundswell.account;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class KeyRotationTest {
    @Inject
    Rows rows;

    @Test
    void whoever_rotates_the_key_of_another_person_gets_one_of_his_own() {
        // Given
        var organization = Api.organization();
        var made = as(organization.live())
                .body(Map.of("name", "Approver", "scopes", List.of("content:write")))
                .post("/v1/auth/keys");
        var other = "usr_" + made.<String>path("id").substring(4);
        rows.change(
                "insert into app_user (id, email, name, created_at) values ('%1$s', '%1$s@example.com', 'Ada', now())"
                        .formatted(other));
        rows.change("insert into membership values ('%s', '%s', 'ADMIN', now())".formatted(organization.id(), other));
        rows.change("update api_key set user_id = '%s' where id = '%s'".formatted(other, made.<String>path("id")));
        // When
        var fresh = as(organization.live())
                .post("/v1/auth/keys/" + made.path("id") + "/rotate")
                .<String>path("key");
        // Then
        assertThat(userOf(made.path("key"))).isEqualTo(other);
        assertThat(userOf(fresh)).isEqualTo(userOf(organization.live()));
    }

    private static String userOf(String key) {
        return as(key).get("/v1/auth/whoami").then().statusCode(200).extract().path("user.id");
    }
}
