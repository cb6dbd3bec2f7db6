package io.groundswell.campaign.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.campaign.CampaignService;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Campaigns, wherever they are. */
@Path("/api/v1/campaigns")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class CampaignResource {
    private final CampaignService campaigns;
    private final BodyReader reader;
    private final CurrentCaller caller;

    CampaignResource(CampaignService campaigns, BodyReader reader, CurrentCaller caller) {
        this.campaigns = campaigns;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Refuses("not_found")
    @Operation(operationId = "listCampaigns", summary = "List the campaigns, the newest first")
    public EnvelopeList<CampaignResponse> list(
            @RestQuery("project_id") String projectId, @RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var programId = query.id("project_id", projectId);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(
                campaigns.list(caller.owner(), programId, most, edge), CampaignResponse::edge, CampaignResponse::of);
    }

    @GET
    @Path("/{id}")
    @Needs("read")
    @Operation(operationId = "getCampaign", summary = "Read a campaign")
    public Envelope<CampaignResponse> get(@RestPath String id) {
        return Envelope.of(CampaignResponse.of(campaigns.get(caller.owner(), Ids.inPath("id", id))));
    }

    @PATCH
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "changeCampaign", summary = "Change what is said of a campaign")
    public Envelope<CampaignResponse> patch(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = CampaignForm.class))) JsonNode body) {
        var campaignId = Ids.inPath("id", id);
        var form = reader.read(body, CampaignForm.class, read -> read.brokenByChange(body));
        return Envelope.of(
                CampaignResponse.of(campaigns.change(caller.get(), campaignId, now -> form.changed(body, now))));
    }

    @DELETE
    @Path("/{id}")
    @Needs("write")
    @Operation(operationId = "deleteCampaign", summary = "Delete a campaign, but not what is in it")
    public Envelope<CampaignResponse> delete(@RestPath String id) {
        return Envelope.of(CampaignResponse.of(campaigns.delete(caller.get(), Ids.inPath("id", id))));
    }
}
