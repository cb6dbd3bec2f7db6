package io.groundswell.campaign.envelope;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.campaign.Item;
import io.groundswell.campaign.Item.Member;
import io.groundswell.campaign.ItemService;
import io.groundswell.campaign.ItemType;
import io.groundswell.wire.BodyReader;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.envelope.Envelope;
import io.groundswell.wire.envelope.EnvelopeList;
import io.groundswell.wire.envelope.Ids;
import io.groundswell.wire.envelope.Query;
import io.groundswell.wire.idempotency.Idempotent;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What is in a campaign. */
@Path("/api/v1/campaigns/{id}/items")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ItemResource {
    private static final List<String> FIELDS = List.of("item_type", "item_id");

    private final ItemService items;
    private final BodyReader reader;
    private final CurrentCaller caller;

    ItemResource(ItemService items, BodyReader reader, CurrentCaller caller) {
        this.items = items;
        this.reader = reader;
        this.caller = caller;
    }

    @GET
    @Needs("read")
    @Operation(operationId = "listCampaignItems", summary = "List what is in a campaign, what was added last first")
    public EnvelopeList<CampaignItemResponse> list(
            @RestPath String id, @RestQuery String limit, @RestQuery String cursor) {
        var query = new Query();
        var campaignId = query.inPath("id", id);
        var most = query.limit(limit);
        var edge = query.cursor(cursor);
        query.check();
        return EnvelopeList.of(
                items.list(caller.owner(), campaignId, most, edge), Item::edge, CampaignItemResponse::of);
    }

    @POST
    @Needs("write")
    @Idempotent
    @ResponseStatus(201)
    @Refuses({"limit_reached", "duplicate", "circular_reference"})
    @Operation(operationId = "addCampaignItem", summary = "Put a creator, a video or another campaign into a campaign")
    public Envelope<CampaignItemResponse> add(
            @RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = ItemForm.class))) JsonNode body) {
        var campaignId = Ids.inPath("id", id);
        return Envelope.of(CampaignItemResponse.of(items.add(caller.get(), campaignId, member(body))));
    }

    @DELETE
    @Needs("write")
    @Operation(
            operationId = "removeCampaignItem",
            summary = "Take something out of a campaign; it is named by the body, or by the address")
    public Envelope<CampaignItemResponse> remove(
            @RestPath String id,
            @RestQuery("item_type") @Choices(value = ItemType.class, several = false) String itemType,
            @RestQuery("item_id") String itemId,
            @RequestBody(content = @Content(schema = @Schema(implementation = ItemForm.class))) JsonNode body) {
        if (itemType == null && itemId == null) {
            var campaignId = Ids.inPath("id", id);
            return Envelope.of(CampaignItemResponse.of(items.remove(caller.get(), campaignId, member(body))));
        }
        var query = Query.ofAnalytics();
        var campaignId = query.inPath("id", id);
        var member = member(query, itemType, itemId, body);
        return Envelope.of(CampaignItemResponse.of(items.remove(caller.get(), campaignId, member)));
    }

    private static Member member(Query query, String itemType, String itemId, JsonNode body) {
        for (var field : FIELDS) {
            query.that(body == null || !body.has(field), field, "must be in the address or in the body, not in both");
        }
        var type = query.choice("item_type", query.required("item_type", itemType), ItemType.class);
        var id = query.requiredId("item_id", itemId);
        query.check();
        return new Member(type, id);
    }

    private Member member(JsonNode body) {
        return reader.read(body, ItemForm.class, form -> form.broken(body)).member();
    }
}
