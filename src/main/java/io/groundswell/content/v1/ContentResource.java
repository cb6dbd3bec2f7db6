package io.groundswell.content.v1;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.groundswell.content.Content;
import io.groundswell.content.ContentFilter;
import io.groundswell.content.ContentService;
import io.groundswell.content.ContentStatus;
import io.groundswell.content.MissionNames;
import io.groundswell.content.Preview;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.Platform;
import io.groundswell.wire.CurrentCaller;
import io.groundswell.wire.Needs;
import io.groundswell.wire.openapi.Choices;
import io.groundswell.wire.openapi.Refuses;
import io.groundswell.wire.v1.V1;
import io.groundswell.wire.v1.V1List;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What missions have written. */
@Path("/v1/content")
@Consumes(APPLICATION_JSON)
@Produces(APPLICATION_JSON)
class ContentResource {
    private static final List<String> EXPANSIONS = List.of("mission");

    private final ContentService contents;
    private final MissionService missions;
    private final MissionNames names;
    private final Preview preview;
    private final CurrentCaller caller;

    ContentResource(
            ContentService contents,
            MissionService missions,
            MissionNames names,
            Preview preview,
            CurrentCaller caller) {
        this.contents = contents;
        this.missions = missions;
        this.names = names;
        this.preview = preview;
        this.caller = caller;
    }

    record ListQuery(
            @RestQuery("mission_id") String missionId,
            @RestQuery @Choices(ContentStatus.class) String status,
            @RestQuery @Choices(Platform.class) String platform,
            @RestQuery @Choices(ContentType.class) String type,
            @RestQuery("created_after") String createdAfter,
            @RestQuery("created_before") String createdBefore,
            @RestQuery("scheduled_after") String scheduledAfter,
            @RestQuery("scheduled_before") String scheduledBefore) {
        ContentFilter filter() {
            return new ContentFilter(
                    missionId,
                    V1.choices("status", status, ContentStatus.class),
                    V1.choices("platform", platform, Platform.class),
                    V1.choices("type", type, ContentType.class),
                    V1.instant("created_after", createdAfter),
                    V1.instant("created_before", createdBefore),
                    V1.instant("scheduled_after", scheduledAfter),
                    V1.instant("scheduled_before", scheduledBefore));
        }
    }

    @GET
    @Needs("content:read")
    @Refuses("not_found")
    @Operation(operationId = "listContent", summary = "List items")
    public V1List<ContentResponse> list(
            @BeanParam ListQuery query,
            @RestQuery String limit,
            @RestQuery("starting_after") String startingAfter,
            @RestQuery("ending_before") String endingBefore,
            @RestQuery @Choices(words = "mission") String expand) {
        var expansions = V1.expand(expand, EXPANSIONS);
        var page = contents.list(caller.owner(), query.filter(), V1.page(limit, startingAfter, endingBefore));
        var missionNames = missionNames(expansions, page.items());
        return V1List.of(page, content -> ContentResponse.of(content, missionNames.get(content.missionId())));
    }

    @GET
    @Path("/{id}")
    @Needs("content:read")
    @Operation(operationId = "getContent", summary = "Read an item")
    public ContentResponse get(@RestPath String id, @RestQuery @Choices(words = "mission") String expand) {
        var expansions = V1.expand(expand, EXPANSIONS);
        var content = contents.get(caller.owner(), id);
        return ContentResponse.of(
                content, missionNames(expansions, List.of(content)).get(content.missionId()));
    }

    private Map<String, String> missionNames(Collection<String> expansions, List<Content> items) {
        return expansions.contains("mission") ? names.of(caller.owner(), items) : Map.of();
    }

    @GET
    @Path("/{id}/preview")
    @Needs("content:read")
    @Operation(operationId = "previewContent", summary = "Show an item as it will look")
    public PreviewResponse preview(@RestPath String id) {
        var content = contents.get(caller.owner(), id);
        var link =
                missions.get(caller.owner(), content.missionId()).constraints().linkTo();
        return PreviewResponse.of(content, preview.of(content), link);
    }

    record ArchivedResponse(String id, ContentStatus status, String archivedAt) {}

    @DELETE
    @Path("/{id}")
    @Needs("content:write")
    @Operation(operationId = "archiveContent", summary = "Archive an item")
    public ArchivedResponse archive(@RestPath String id) {
        var content = contents.archive(caller.owner(), id);
        return new ArchivedResponse(content.id(), content.status(), V1.time(content.archivedAt()));
    }
}
