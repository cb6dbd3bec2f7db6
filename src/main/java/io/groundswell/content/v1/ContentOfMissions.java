package io.groundswell.content.v1;

import io.groundswell.content.ContentService;
import io.groundswell.content.ItemSize;
import io.groundswell.mission.v1.MissionExpansion;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.wire.openapi.Adds;
import io.groundswell.wire.v1.V1List;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the newest items into missions that are asked for with {@code expand=content}. */
@ApplicationScoped
@Adds(field = "content", type = ContentResponse.class, in = V1List.class)
class ContentOfMissions implements MissionExpansion {
    /** Of their texts, after which a page of missions ends: as much as a page of items may have. */
    static final int MOST_BYTES = 100 * ItemSize.MAX_BYTES;

    private static final Page.Request NEWEST = new Page.Request(20, null, null);

    private final ContentService contents;

    ContentOfMissions(ContentService contents) {
        this.contents = contents;
    }

    @Override
    public String name() {
        return "content";
    }

    @Override
    public String scope() {
        return "content:read";
    }

    @Override
    public Map<String, Object> expand(Owner owner, List<String> missionIds) {
        var expanded = new LinkedHashMap<String, Object>();
        var bytes = 0L;
        for (var ids = missionIds.iterator(); bytes < MOST_BYTES && ids.hasNext(); ) {
            var id = ids.next();
            var newest = contents.ofMission(owner, id, NEWEST);
            expanded.put(id, V1List.of(newest, ContentResponse::of));
            bytes += newest.items().stream().mapToLong(ItemSize::of).sum();
        }
        return expanded;
    }
}
