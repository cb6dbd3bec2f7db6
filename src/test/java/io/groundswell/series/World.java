package io.groundswell.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an organization tracks, as plainly as it can be written down. */
final class World {
    /** @param values by the name of the counter; one that was not told is missing */
    record Snap(Instant at, boolean reset, Map<String, Long> values) {}

    /** @param written in the order in which they were written */
    record Creator(UUID id, String handle, boolean removed, List<Snap> written) {}

    /** @param status as the contract has it */
    record Video(
            UUID id, UUID creator, String title, String url, String status, Instant postedAt, List<Snap> written) {}

    record Item(String type, UUID id) {}

    record Campaign(UUID id, String name, List<Item> items) {}

    final Map<UUID, Creator> creators = new LinkedHashMap<>();
    final Map<UUID, Video> videos = new LinkedHashMap<>();
    final Map<UUID, Campaign> campaigns = new LinkedHashMap<>();

    Creator add(Creator creator) {
        creators.put(creator.id(), creator);
        return creator;
    }

    Video add(Video video) {
        videos.put(video.id(), video);
        return video;
    }

    Campaign add(Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
        return campaign;
    }

    /** Whether nobody may see it. */
    boolean isHidden(Video video) {
        return video.status().equals("excluded")
                || video.creator() != null && creators.get(video.creator()).removed();
    }

    boolean isCounted(Video video) {
        return !isHidden(video) && !video.status().equals("pending_review");
    }

    /** Those that may be asked about. */
    List<UUID> seen(String entity) {
        var ids = new ArrayList<UUID>();
        switch (entity) {
            case "video" ->
                videos.values().stream().filter(video -> !isHidden(video)).forEach(video -> ids.add(video.id()));
            case "creator" ->
                creators.values().stream()
                        .filter(creator -> !creator.removed())
                        .forEach(creator -> ids.add(creator.id()));
            default -> ids.addAll(campaigns.keySet());
        }
        return ids;
    }
}
