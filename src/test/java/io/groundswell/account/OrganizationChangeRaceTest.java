package io.groundswell.account;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes of one organization that meet each other come one on top of the other. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganizationChangeRaceTest {
    @Inject
    Rows rows;

    @AfterEach
    void clear() {
        rows.clear();
    }

    @Test
    void a_change_with_a_key_that_waited_for_another_one_is_made_on_top_of_it() {
        var organization = Api.organization();
        var waiting = QuarkusTransaction.requiringNew().call(() -> {
            rows.change("update organization set version = version + 1, timezone = 'Asia/Tokyo' where id = '"
                    + organization.id() + "'");
            var call = CompletableFuture.supplyAsync(() -> rename(organization, "once", "Renamed"));
            rows.awaitWaiting();
            return call;
        });

        var answer = waiting.join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("name")).isEqualTo("Renamed");
        assertThat(answer.<String>path("timezone")).isEqualTo("Asia/Tokyo");
        assertThat(rows.texts(
                        "select name || ' ' || timezone from organization where id = '" + organization.id() + "'"))
                .containsExactly("Renamed Asia/Tokyo");
    }

    @Test
    void of_eight_changes_at_once_each_with_its_key_all_are_made() throws Exception {
        var organization = Api.organization();
        var next = new AtomicInteger();

        var answers = Crowd.of(8, () -> {
            var number = next.getAndIncrement();
            return rename(organization, "key-" + number, "Name " + number);
        });

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(rows.count("select count(*) from audit_entry where mode = 'LIVE' and action = 'organization.changed'"
                        + " and organization_id = '" + organization.id() + "'"))
                .isEqualTo(8);
    }

    private static Response rename(Api.Organization organization, String key, String name) {
        return as(organization.live())
                .header("Idempotency-Key", key)
                .body("{\"name\":\"" + name + "\"}")
                .put("/v1/tenant");
    }
}
