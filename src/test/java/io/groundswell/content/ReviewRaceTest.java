package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Role;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Crowd;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What many reviewers do at the same moment could have happened one after the other. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReviewRaceTest {
    private static final int CROWD = 8;

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private Api.Organization organization;
    private Owner owner;
    private String mission;
    private List<Cast.Member> members;

    @BeforeEach
    void open() {
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.LIVE);
        mission = fixture.mission(owner);
        members = new ArrayList<>();
        for (var one = 0; one < CROWD; one++) {
            members.add(Cast.join(database, organization.id(), Role.OPERATOR));
        }
        as(organization.live())
                .body("{\"config\":{\"approval\":{\"min_approvals\":2}}}")
                .put("/v1/tenant")
                .then()
                .statusCode(200);
    }

    private static int review(String key, String item, String verb, String body) {
        return as(key).body(body).post("/v1/content/" + item + "/" + verb).statusCode();
    }

    private List<String> events(String item) {
        return rows.texts("select type from outbox_event where subject_id = '" + item + "'");
    }

    @Test
    void of_eight_approvers_at_once_two_are_counted() throws Exception {
        var item = fixture.pending(owner, mission);
        var next = new AtomicInteger();
        var statuses =
                Crowd.of(CROWD, () -> review(members.get(next.getAndIncrement()).key(), item, "approve", "{}"));
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(6);
        var content = fixture.get(owner, item);
        assertThat(content.status()).isEqualTo(ContentStatus.APPROVED);
        assertThat(content.review().approvals())
                .extracting(Review.Approval::userId)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .contains(content.review().reviewedBy());
        assertThat(Collections.frequency(events(item), "content.approved")).isEqualTo(1);
    }

    @Test
    void one_person_who_approves_eight_times_at_once_is_counted_once() throws Exception {
        var item = fixture.pending(owner, mission);
        var statuses = Crowd.of(CROWD, () -> review(members.get(0).key(), item, "approve", "{}"));
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(fixture.get(owner, item).status()).isEqualTo(ContentStatus.PENDING_REVIEW);
    }

    /** A no wins over every yes, since an approved item may still be rejected, and nothing wins over a no. */
    @Test
    void of_yeses_and_noes_at_once_one_no_remains() throws Exception {
        for (var round = 0; round < 5; round++) {
            var item = fixture.pending(owner, mission);
            var next = new AtomicInteger();
            var rejected = new AtomicInteger();
            Crowd.of(CROWD, () -> {
                var at = next.getAndIncrement();
                var yes = at % 2 == 0;
                var status = review(
                        members.get(at).key(), item, yes ? "approve" : "reject", yes ? "{}" : "{\"reason\":\"Dull\"}");
                rejected.addAndGet(!yes && status == 200 ? 1 : 0);
                return status;
            });
            assertThat(rejected).hasValue(1);
            assertThat(fixture.get(owner, item).status()).isEqualTo(ContentStatus.REJECTED);
            assertThat(Collections.frequency(events(item), "content.rejected")).isEqualTo(1);
            assertThat(Collections.frequency(events(item), "content.approved")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void a_link_that_is_used_eight_times_at_once_votes_once() throws Exception {
        var item = fixture.pending(owner, mission);
        String url = as(organization.live())
                .body("{}")
                .post("/v1/content/" + item + "/review-links")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        var page = url.substring(url.indexOf("/review/"));
        rows.change("delete from rate_window where subject like 'address:%'");
        var statuses = Crowd.of(CROWD, () -> given().contentType("application/x-www-form-urlencoded")
                .body("decision=approve&version=1")
                .post(page)
                .statusCode());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(7);
        assertThat(fixture.get(owner, item).review().approvals()).hasSize(1);
    }

    @Test
    void words_that_nobody_saw_are_never_approved() throws Exception {
        for (var round = 0; round < 10; round++) {
            var item = fixture.pending(owner, mission);
            review(members.get(0).key(), item, "approve", "{}");
            var next = new AtomicInteger();
            var statuses = Crowd.of(2, () -> {
                if (next.getAndIncrement() == 0) {
                    as(members.get(2).key())
                            .body("{\"copy\":{\"primary\":\"Other words\"}}")
                            .put("/v1/content/" + item)
                            .then()
                            .statusCode(200);
                    return 0;
                }
                return review(members.get(1).key(), item, "approve", "{\"version\":1}");
            });
            assertThat(statuses).contains(0).containsAnyOf(200, 409);
            var content = fixture.get(owner, item);
            assertThat(content.version()).isEqualTo(2);
            assertThat(content.status()).isEqualTo(ContentStatus.PENDING_REVIEW);
            assertThat(content.review().approvals()).isEmpty();
        }
    }
}
