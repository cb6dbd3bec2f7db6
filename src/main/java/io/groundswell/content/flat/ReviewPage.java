package io.groundswell.content.flat;

import io.groundswell.content.ContentError;
import io.groundswell.content.LinkReview;
import io.groundswell.content.Preview;
import io.groundswell.mission.MissionService;
import io.groundswell.shared.Refusal;
import io.groundswell.wire.Form;
import io.groundswell.wire.Open;
import io.groundswell.wire.WireConfig;
import io.groundswell.wire.limit.ByAddress;
import io.groundswell.wire.page.ErrorHtml;
import io.groundswell.wire.page.PageHeaders;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Where a review link leads: an item, and a form to say yes or no to it. Needs neither an account nor a script. */
@Path("/review/{token}")
public class ReviewPage {
    private final LinkReview reviews;
    private final Preview preview;
    private final MissionService missions;
    private final RoutingContext routing;
    private final String publicUrl;

    ReviewPage(
            LinkReview reviews, Preview preview, MissionService missions, RoutingContext routing, WireConfig config) {
        this.reviews = reviews;
        this.preview = preview;
        this.missions = missions;
        this.routing = routing;
        this.publicUrl = config.publicUrl();
    }

    @CheckedTemplate(basePath = "review")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance item(ItemPage item);

        static native TemplateInstance answered(String organization, boolean approved);

        static native TemplateInstance settled(String organization);
    }

    @GET
    @Open
    @ByAddress
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    @Operation(operationId = "showReviewPage", summary = "Show an item to somebody with a review link")
    public Response get(@RestPath String token) {
        return page(200, shown(reviews.open(token), null, ""));
    }

    @POST
    @Open
    @ByAddress
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    @Operation(operationId = "answerReview", summary = "Approve or reject an item with a review link")
    public Response post(@RestPath String token, String body) {
        var answer = Answer.of(Form.parse(body));
        var opened = reviews.open(token);
        if (answer.fault() != null) {
            return page(isAsked(opened) ? 400 : 409, shown(opened, answer.fault(), answer.note()));
        }
        try {
            return page(200, answered(answer.give(reviews, token)));
        } catch (Refusal refusal) {
            if (refusal.code() != ContentError.CONTENT_CHANGED) {
                throw refusal;
            }
            var notice = "This was changed while you looked at it. Here is how it is now: please look again";
            return page(409, shown(reviews.open(token), notice, answer.note()));
        }
    }

    private TemplateInstance shown(LinkReview.Opened opened, String notice, String note) {
        if (!isAsked(opened)) {
            return opened.link().usedAt() == null ? Templates.settled(opened.organization()) : answered(opened);
        }
        var content = opened.content();
        var link =
                missions.get(content.owner(), content.missionId()).constraints().linkTo();
        return Templates.item(ItemPage.of(opened, preview.of(content), link, publicUrl, notice, note));
    }

    private static boolean isAsked(LinkReview.Opened opened) {
        return opened.link().usedAt() == null && opened.content().status().isOpenToReview();
    }

    private static TemplateInstance answered(LinkReview.Opened opened) {
        return Templates.answered(opened.organization(), opened.link().approved());
    }

    private Response page(int status, TemplateInstance page) {
        // Once more: they are put by the address, of which there are other spellings that lead here as well.
        PageHeaders.put(routing.response());
        return Response.status(status)
                .type(ErrorHtml.MEDIA_TYPE)
                .entity(page.render())
                .build();
    }
}
