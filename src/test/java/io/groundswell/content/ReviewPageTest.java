package io.groundswell.content;

import static io.groundswell.testing.Api.as;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Role;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.Cast;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class ReviewPageTest {
    private static final Instant NOW = Instant.parse("2030-01-15T12:00:00Z");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    @Inject
    ContentFixture fixture;

    @Inject
    Rows rows;

    @Inject
    AgroalDataSource database;

    private Api.Organization organization;
    private Owner owner;
    private String mission;
    private String item;

    @BeforeEach
    void open() {
        Api.setClock(NOW);
        organization = Api.organization();
        owner = new Owner(organization.id(), Mode.TEST);
        mission = fixture.mission(owner);
        item = fixture.pending(owner, mission);
        // Every test comes from one address, and the clock stands still.
        rows.change("delete from rate_window where subject like 'address:%'");
    }

    @AfterEach
    void restoreTime() {
        Api.resetClock();
    }

    /** The address of a fresh link, without its origin. */
    private String link() {
        String url = issue("{}").statusCode(201).extract().path("url");
        assertThat(url).matches("http://localhost:8080/review/[0-9A-Za-z]{32}");
        return url.substring(url.indexOf("/review/"));
    }

    private ValidatableResponse issue(String body) {
        return as(organization.test())
                .body(body)
                .post("/v1/content/" + item + "/review-links")
                .then();
    }

    private static ValidatableResponse look(String link) {
        return given().get(link).then();
    }

    private static ValidatableResponse answer(String link, String decision, String note, Object version) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(Map.of("decision", decision, "note", note, "version", version))
                .post(link)
                .then();
    }

    private ValidatableResponse content() {
        return as(organization.test()).get("/v1/content/" + item).then();
    }

    @Test
    void a_link_shows_the_item_and_takes_a_yes() {
        var link = link();
        look(link)
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("Test Organization asks for your review"))
                .body(containsString("<dd>twitter</dd>"))
                .body(containsString("Read more #API"))
                .body(containsString("21 of 280 characters"))
                .body(containsString("no time is set"));
        answer(link, "approve", "Fine\r\nby me", 1).statusCode(200).body(containsString("You approved this item"));
        var id = onlyLink();
        content()
                .body("status", equalTo("approved"))
                .body("review.reviewed_by", equalTo("link:" + id))
                .body("review.notes", equalTo("Fine\nby me"))
                .body("review.approvals[0].user_id", equalTo("link:" + id));
        look(link).statusCode(200).body(containsString("You approved this item"));
        assertThat(audited("content.approved", "link:" + id)).isEqualTo(1);
    }

    private String onlyLink() {
        return as(organization.test())
                .get("/v1/content/" + item + "/review-links")
                .then()
                .statusCode(200)
                .extract()
                .path("data[0].id");
    }

    private long audited(String action, String user) {
        return fixture.count("audit_entry where organization_id = '%s' and action = '%s' and user_id = '%s'"
                .formatted(organization.id(), action, user));
    }

    @Test
    void a_link_takes_a_no_with_its_reason() {
        var link = link();
        answer(link, "reject", " ", 1).statusCode(400).body(containsString("Say in the note why"));
        answer(link, "reject", "\u200B", 1).statusCode(400).body(containsString("Say in the note why"));
        answer(link, "reject", "Too loud", 1).statusCode(200).body(containsString("You rejected this item"));
        content().body("status", equalTo("rejected")).body("review.reason", equalTo("Too loud"));
        as(organization.test())
                .get("/v1/content/" + item + "/review-links")
                .then()
                .body("data[0].status", equalTo("used"))
                .body("data[0].decision", equalTo("rejected"));
    }

    @Test
    void a_link_votes_once() {
        configure("{\"min_approvals\":2}");
        var link = link();
        answer(link, "approve", "", 1).statusCode(200);
        answer(link, "approve", "", 1).statusCode(409).body(containsString("answered with this link already"));
        answer(link, "reject", "No!", 1).statusCode(409);
        answer(link, "", "", 1).statusCode(409);
        content().body("status", equalTo("pending_review"));
        answer(link(), "approve", "", 1).statusCode(200);
        content().body("status", equalTo("approved"));
    }

    private void configure(String approval) {
        as(organization.live())
                .body("{\"config\":{\"approval\":" + approval + "}}")
                .put("/v1/tenant")
                .then()
                .statusCode(200);
    }

    @Test
    void words_that_changed_are_shown_again_before_they_are_approved() {
        var link = link();
        fixture.set(item, "version = 2, copy = jsonb_set(copy, '{primary}', '\"Goodbye\"')");
        answer(link, "approve", "Lovely", 1)
                .statusCode(409)
                .body(containsString("This was changed while you looked at it"))
                .body(containsString("Goodbye"))
                .body(containsString("name=\"version\" value=\"2\""))
                .body(containsString(">Lovely</textarea>"));
        content().body("status", equalTo("pending_review"));
        answer(link, "approve", "Lovely", 2).statusCode(200);
        content().body("status", equalTo("approved")).body("review.approvals[0].version", equalTo(2));
    }

    @Test
    void what_was_decided_otherwise_is_no_longer_asked_or_shown() {
        var link = link();
        as(organization.test())
                .body("{}")
                .post("/v1/content/" + item + "/approve")
                .then()
                .statusCode(200);
        look(link)
                .statusCode(200)
                .body(containsString("Nothing waits for your answer"))
                .body(not(containsString("Hello")));
        answer(link, "reject", "Stop", 1).statusCode(409).body(containsString("decided by somebody else"));
        content().body("status", equalTo("approved"));
    }

    @Test
    void a_link_ends_with_its_time_its_revocation_and_its_item() {
        var late = link();
        Api.setClock(NOW.plus(Duration.ofHours(73)));
        look(late).statusCode(410).contentType("text/html");
        answer(late, "approve", "", 1).statusCode(410);
        Api.setClock(NOW.plusSeconds(60));
        var revoked = link();
        var id = onlyLink();
        for (var time = 0; time < 2; time++) {
            as(organization.test())
                    .delete("/v1/content/" + item + "/review-links/" + id)
                    .then()
                    .statusCode(200)
                    .body("revoked", equalTo(true));
        }
        look(revoked).statusCode(410);
        answer(revoked, "approve", "", 1).statusCode(410);
        assertThat(fixture.count("audit_entry where action = 'review_link.revoked' and subject = '" + id + "'"))
                .isEqualTo(1);
        var orphan = link();
        fixture.set(item, "status = 'ARCHIVED'");
        look(orphan).statusCode(200).body(containsString("Nothing waits"));
        rows.change("delete from mission where id = '" + mission + "'");
        look(orphan).statusCode(404);
        assertThat(fixture.count("review_link where content_id = '" + item + "'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/review", "/review/unknown", "/review/a/b", "/review/%3Cscript%3E"})
    void elsewhere_there_is_a_page_that_says_so(String address) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("There is nothing here"))
                .body(not(containsString("<script")));
    }

    @Test
    void copy_and_notes_are_text_and_never_markup() {
        var attack = "</textarea><script>alert(1)</script>\"'<img src=x onerror=alert(1)>";
        fixture.set(item, """
                copy = copy || jsonb_build_object('primary', text '%1$s', 'first_comment', text '%1$s'),
                visuals = jsonb_build_array(jsonb_build_object('type', 'IMAGE', 'position', 1, 'file_size_bytes', 1,
                    'url', 'javascript:alert(1)', 'alt_text', text '%1$s')),
                metadata = metadata || jsonb_build_object('campaign', text '%1$s', 'language', text '" onload="x')
                """.formatted(attack.replace("'", "''")));
        issue("{\"reviewer\":\"<script>alert(2)</script>\"}").statusCode(201);
        var link = link();
        var page = look(link).statusCode(200).extract().asString();
        assertThat(page).doesNotContain("<script", "<img", "src=\"javascript", "\" onload=\"");
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        var again = answer(link, "", attack, 1).statusCode(400).extract().asString();
        assertThat(again).doesNotContain("<script", "<img").contains("&lt;/textarea&gt;");
    }

    /** Markdown, templates and what stands at the end or the beginning of something: none of it changes how the page is built. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[now](javascript:alert(1)) ![seen](https://evil.example/x.png) <https://evil.example>",
                "`</p>` ```html\r\n<h1>Ours</h1>\r\n``` | a | <b>b</b> |\r\n|---|---|",
                "---\r\ntitle: <title>Other</title>\r\n---\r\n</style></textarea><script>alert(1)</script>",
                "{item.until} {style.raw} {#if true}<b>yes</b>{/if} \" onclick=\"alert(1)\" '<!-- ]]>",
            })
    void hostile_text_leaves_the_page_as_it_is_built(String hostile) {
        assertThat(built(hostile)).isEqualTo(built("harmless"));
    }

    /** The page of an item that says this wherever somebody may write, without the words between the tags. */
    private String built(String text) {
        fixture.set(item, """
                copy = copy || jsonb_build_object('primary', text '%1$s', 'headline', text '%1$s', 'first_comment', text '%1$s',
                    'variations', jsonb_build_array(jsonb_build_object('id', 'a', 'primary', text '%1$s', 'weight', 1)),
                    'poll', jsonb_build_object('question', text '%1$s', 'options', jsonb_build_array(text '%1$s'),
                        'duration_hours', 24)),
                visuals = jsonb_build_array(jsonb_build_object('type', 'IMAGE', 'position', 1, 'file_size_bytes', 1,
                    'url', 'http://localhost:8080/media/' || text '%1$s', 'alt_text', text '%1$s')),
                metadata = metadata || jsonb_build_object('campaign', text '%1$s', 'language', text '%1$s')
                """.formatted(text.replace("'", "''")));
        rows.change("update organization set name = '%s' where id = '%s'"
                .formatted(text.replace("'", "''"), organization.id()));
        String url = as(organization.test())
                .body(Map.of("reviewer", text))
                .post("/v1/content/" + item + "/review-links")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        var link = url.substring(url.indexOf("/review/"));
        var shown = look(link).statusCode(200).extract().asString();
        assertThat(shown).contains("For ", "<h2>Poll</h2>", "<h2>First comment</h2>", "Other wordings", "<img");
        var asked = answer(link, "", text, 1).statusCode(400).extract().asString();
        assertThat(asked).contains("</textarea>");
        return tags(shown) + tags(asked);
    }

    private static String tags(String page) {
        return TAG.matcher(page)
                .results()
                .map(tag -> tag.group().replaceAll("=\"[^\"]*\"", ""))
                .collect(joining());
    }

    @Test
    void every_page_forbids_scripts_frames_caches_and_referrers() {
        var spelled = link().replace("/review", "/%72eview");
        for (var address : new String[] {link(), spelled, "/review/unknown", "/review/%00"}) {
            given().urlEncodingEnabled(false)
                    .get(address)
                    .then()
                    .contentType("text/html")
                    .header("Content-Security-Policy", containsString("default-src 'none'; style-src 'sha256-"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Robots-Tag", "noindex, nofollow")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "decision=approve&note=%zz",
                "decision=approve&note=%00",
                "{\"decision\":\"approve\"}",
                "decision=publish"
            })
    void what_is_no_answer_changes_nothing(String body) {
        given().contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(link())
                .then()
                .statusCode(400)
                .contentType("text/html");
        content().body("status", equalTo("pending_review"));
    }

    @Test
    void a_note_has_the_length_of_other_notes() {
        var link = link();
        answer(link, "approve", "n".repeat(2_001), 1).statusCode(400).body(containsString("longer than 2,000"));
        answer(link, "approve", "\r\n é".repeat(600), 1).statusCode(200);
    }

    @Test
    void whoever_may_not_approve_gives_out_no_links_and_their_links_end_with_their_right() {
        var link = link();
        var colleague = Cast.join(database, organization.id(), Role.OPERATOR).userId();
        configure("{\"approvers\":[\"" + colleague + "\"]}");
        issue("{}").statusCode(403);
        answer(link, "approve", "", 1).statusCode(403).contentType("text/html");
        configure("{\"approvers\":[]}");
        rows.change("update membership set role = 'VIEWER' where user_id = '" + administrator() + "'");
        look(link).statusCode(410);
        answer(link, "approve", "", 1).statusCode(410);
        content().body("status", equalTo("pending_review"));
    }

    @Test
    void links_of_an_organization_that_is_suspended_do_nothing_until_it_is_active_again() {
        var link = link();
        rows.change("update organization set status = 'SUSPENDED' where id = '" + organization.id() + "'");
        look(link).statusCode(410);
        answer(link, "approve", "", 1).statusCode(410);
        rows.change("update organization set status = 'ACTIVE' where id = '" + organization.id() + "'");
        content().body("status", equalTo("pending_review"));
        answer(link, "approve", "", 1).statusCode(200);
    }

    @Test
    void an_organization_can_do_without_links() {
        var link = link();
        configure("{\"review_links\":false}");
        issue("{}").statusCode(403);
        look(link).statusCode(410);
        answer(link, "approve", "", 1).statusCode(410);
        content().body("status", equalTo("pending_review"));
    }

    private String administrator() {
        return as(organization.live()).get("/v1/auth/whoami").then().extract().path("user.id");
    }

    @Test
    void an_item_has_a_limited_number_of_open_links() {
        for (var one = 0; one < 20; one++) {
            issue("{}").statusCode(201);
        }
        issue("{}").statusCode(409);
        as(organization.test())
                .delete("/v1/content/" + item + "/review-links/" + onlyLink())
                .then()
                .statusCode(200);
        issue("{}").statusCode(201);
        as(organization.test())
                .get("/v1/content/" + item + "/review-links?limit=5")
                .then()
                .body("data.size()", equalTo(5))
                .body("has_more", equalTo(true))
                .body("total", equalTo(21));
    }

    @Test
    void links_are_made_only_for_what_is_up_for_review_and_by_its_owner() {
        var approved = fixture.approved(owner, mission, Platform.TWITTER, null);
        as(organization.test())
                .body("{}")
                .post("/v1/content/" + approved + "/review-links")
                .then()
                .statusCode(409);
        var id = issue("{}").statusCode(201).extract().<String>path("id");
        var stranger = Api.organization().test();
        as(stranger)
                .body("{}")
                .post("/v1/content/" + item + "/review-links")
                .then()
                .statusCode(404);
        as(stranger).get("/v1/content/" + item + "/review-links").then().statusCode(404);
        as(stranger)
                .delete("/v1/content/" + item + "/review-links/" + id)
                .then()
                .statusCode(404);
        as(organization.live())
                .get("/v1/content/" + item + "/review-links")
                .then()
                .statusCode(404);
        var other = fixture.pending(owner, mission);
        as(organization.test())
                .delete("/v1/content/" + other + "/review-links/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void the_token_is_kept_nowhere() {
        var link = link();
        var token = link.substring("/review/".length());
        look(link).statusCode(200);
        assertThat(fixture.count("review_link l where l::text like '%" + token + "%'"))
                .isZero();
        assertThat(Api.operator().get("/internal/metrics").then().extract().asString())
                .doesNotContain(token);
        as(organization.test())
                .get("/v1/content/" + item + "/review-links")
                .then()
                .body("data.status", hasItem("open"))
                .body(not(containsString(token)));
    }

    @Test
    void an_address_looks_sixty_times_a_minute() {
        var link = link();
        for (var time = 0; time < 60; time++) {
            look(link).statusCode(200);
        }
        look(link).statusCode(429).contentType("text/html").header("Retry-After", matchesPattern("\\d+"));
        look("/review/unknown").statusCode(429);
    }

    @Test
    void links_are_deleted_a_month_after_they_ended() {
        link();
        Api.setClock(NOW.plus(Duration.ofHours(71)).plus(Duration.ofDays(30)));
        fixture.drain("old_review_links");
        assertThat(fixture.count("review_link where content_id = '" + item + "'"))
                .isEqualTo(1);
        Api.setClock(NOW.plus(Duration.ofHours(73)).plus(Duration.ofDays(30)));
        fixture.drain("old_review_links");
        assertThat(fixture.count("review_link where content_id = '" + item + "'"))
                .isZero();
    }
}
