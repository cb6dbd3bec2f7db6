package io.groundswell.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Receiver;
import io.groundswell.testing.RunningServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Something of everything that an organization has in the three contracts, brought in over HTTP. */
final class Household {
    private static final Instant BEGIN = Instant.parse("2030-03-06T12:00:00Z");
    private static final Instant END = Instant.parse("2030-03-12T12:00:00Z");
    private static final Pattern MEDIA = Pattern.compile("/media/(\\w+\\.png)");

    private final Tenant tenant;
    private final Receiver receiver;

    private Household(Tenant tenant, Receiver receiver) {
        this.tenant = tenant;
        this.receiver = receiver;
    }

    static Household on(RunningServer server, Receiver receiver) {
        var household = new Household(Tenant.first(server), receiver);
        household.moveIn();
        return household;
    }

    private void moveIn() {
        tenant.setClock(BEGIN);
        beginMission();
        openSite();
        trackCreators();
        for (var now = BEGIN.plus(Duration.ofDays(1)); !now.isAfter(END); now = now.plus(Duration.ofDays(1))) {
            tenant.setClock(now);
            tenant.work();
        }
        payCreators();
        tenant.missions("/v1/analytics/export", "{'format':'csv'}", "export", "export_id");
        // What all of this noted is told to the webhook, so that nothing waits.
        tenant.work();
    }

    private void beginMission() {
        tenant.post("/v1/onboard", "{'name':'Acme'}");
        var webhook = tenant.missions(
                "/v1/webhooks", "{'url':'%s','events':['*']}".formatted(receiver.url("/")), "webhook", "id");
        tenant.keep(webhook, "secret", "secret");
        tenant.missions(
                "/v1/annotations",
                "{'scope':'organization','title':'New prices','at':'2030-03-06T00:00:00Z'}",
                "annotation",
                "id");
        tenant.missions("/v1/missions", """
                {'name':'Spring','objectives':['Show that nothing is lost'],'platforms':['twitter','linkedin'],
                 'duration_days':3,'start_immediately':true,
                 'constraints':{'posts_per_day':2,'require_approval':true}}""", "mission", "id");
        tenant.work();
        var content = tenant.get("/v1/content?limit=100");
        var items = content.<List<String>>path("data.id");
        assertThat(items).hasSizeGreaterThan(2);
        tenant.keep("content", items.get(1));
        tenant.keep("pending", items.get(0));
        var link = tenant.missions("/v1/content/{pending}/review-links", "{'expires_in_hours':720}", "link", "url");
        tenant.keep("review", link.<String>path("url").replaceAll(".*/", ""));
        tenant.post(
                "/v1/content/bulk/approve",
                "{'content_ids':['%s']}".formatted(String.join("','", items.subList(1, items.size()))));
        var medium = MEDIA.matcher(content.asString());
        assertThat(medium.find()).isTrue();
        tenant.keep("media", medium.group(1));
    }

    private void openSite() {
        var site = tenant.post("/projects", "{'name':'shop'}");
        tenant.keep(site, "site", "id");
        tenant.keep(site, "token", "project_token");
        var experiment = tenant.post("/experiments", """
                {'project':'shop','name':'cta','variants':['control','new'],'goal_event':'signup'}""");
        tenant.keep(experiment, "experiment", "id");
        for (var user : List.of("ada", "bob", "anon_1")) {
            track("page_view", user, "{'path':'/','plan':'pro'}");
            track("$experiment_exposure", user, "{'experiment':'cta','variant':'new'}");
            track("signup", user, "{'plan':'pro'}");
        }
        tenant.post("/identify", "{'token':'{token}','previous_id':'anon_1','user_id':'ada'}");
    }

    private void track(String event, String user, String properties) {
        tenant.post("/track", """
                {'token':'{token}','event':'%s','user_id':'%s','session_id':'s_%2$s','properties':%s}""".formatted(event, user, properties));
    }

    private void trackCreators() {
        tenant.creators("projects", "{'name':'Launch'}", "project");
        tenant.creators("projects/{project}/creators", "{'tiktok_handle':'ada.bakes'}", "creator");
        tenant.creators("projects/{project}/videos", """
                {'url':'https://www.tiktok.com/@ada.bakes/video/1','creator_id':'{creator}',
                 'posted_at':'2030-03-05T08:00:00Z'}""", "video");
        tenant.creators("projects/{project}/campaigns", "{'name':'Year'}", "campaign");
        tenant.post("/api/v1/campaigns/{campaign}/items", "{'item_type':'creator','item_id':'{creator}'}");
        tenant.creators("creators/{creator}/goals", "{'type':'posts','period':'daily','target':1}", "goal");
        tenant.post("/api/v1/videos/{video}/snapshots", """
                {'snapshots':[{'at':'2030-03-05T09:00:00Z','views':40,'likes':3},
                 {'at':'2030-03-06T09:00:00Z','views':4000,'likes':30}]}""");
        tenant.post("/api/v1/creators/{creator}/snapshots", """
                {'snapshots':[{'at':'2030-03-06T09:00:00Z','followers':1200}]}""");
        tenant.post("/api/v1/videos/{video}/comments", """
                {'comments':[{'id':'1','text':'So good!','at':'2030-03-06T06:00:00Z'}]}""");
        tenant.creators("analytics/annotations", """
                {'scope':'campaign','entity_id':'{campaign}','annotation_at':'2030-03-06T00:00:00Z','title':'Teaser'}""", "mark");
        tenant.creators("projects/{project}/payout-structures", """
                {'name':'Fee','rule':{'kind':'recurring','period':'weekly','amount_cents':1000}}""", "structure");
        tenant.creators(
                "payout-structures/{structure}/assignments",
                "{'creator_id':'{creator}','starts_on':'2030-03-06'}",
                "assignment");
    }

    private void payCreators() {
        tenant.keep(tenant.get("/api/v1/payout-accruals"), "accrual", "data[0].id");
        tenant.keep(tenant.get("/api/v1/payout-methods"), "method", "data[0].id");
        tenant.keep(tenant.get("/api/v1/alerts"), "alert", "data[0].id");
        tenant.send("PATCH", "/api/v1/payout-accruals/{accrual}", "{'status':'approved'}");
        tenant.creators("payout-payments", """
                {'creator_id':'{creator}','method_id':'{method}','accrual_ids':['{accrual}']}""", "payment");
        tenant.creators("projects/{project}/sources", "{'kind':'sandbox'}", "source");
    }

    /** From now on this token opens what is the operator's, and the one before opens nothing. */
    void isOperatedBy(RunningServer asked, String token) {
        tenant.moveTo(asked);
        assertThat(tenant.as("/internal/clock").delete("/internal/clock").statusCode())
                .isEqualTo(401);
        tenant.keep("operator", token);
    }

    /** Each question with its answer. */
    Map<String, String> answers(RunningServer asked) throws IOException {
        tenant.moveTo(asked);
        return Interview.answers(question -> {
            // Each at the same moment, so that what is told of now is the same.
            tenant.setClock(END.plus(Duration.ofHours(1)));
            return tenant.get(question);
        });
    }

    /** What was known still opens what it opened, and what comes now is taken. */
    void goesOn(RunningServer restored) {
        tenant.moveTo(restored);
        tenant.post("/v1/auth/login", "{'email':'{ADMIN_EMAIL}','password':'{ADMIN_PASSWORD}'}");
        track("signup", "carl", "{'plan':'free'}");
        var stats = tenant.get("/stats?project=shop&since=30d");
        assertThat(stats.<Integer>path("totals.unique_users")).isEqualTo(3);
        receiver.forget();
        tenant.post("/v1/webhooks/{webhook}/test", "{}");
        assertThat(receiver.received())
                .singleElement()
                .matches(told -> told.isSignedWith(tenant.id("secret")), "signed with the secret from before");
        tenant.creators("projects/{project}/creators", "{'tiktok_handle':'bob.bakes'}", "second");
        tenant.work();
    }
}
