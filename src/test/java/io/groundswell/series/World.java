package io.groundswell.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an organization tracks, as plainly as it can be written down. */
public final class World {
    /** @param values by the name of the counter; one that was not told is missing */
    public record Snap(Instant at, boolean reset, Map<String, Long> values) {}

    /** @param written in the order in which they were written */
    public record Creator(UUID id, String handle, boolean removed, List<Snap> written) {}

    /** @param status as the contract has it */
    public record Video(
            UUID id, UUID creator, String title, String url, String status, Instant postedAt, List<Snap> written) {}

    public record Item(String type, UUID id) {}

    public record Campaign(UUID id, String name, List<Item> items) {}

    public final Map<UUID, Creator> creators = new LinkedHashMap<>();
    public final Map<UUID, Video> videos = new LinkedHashMap<>();
    public final Map<UUID, Campaign> campaigns = new LinkedHashMap<>();

    public Creator add(Creator creator) {
        creators.put(creator.id(), creator);
        return creator;
    }

    public Video add(Video video) {
        videos.put(video.id(), video);
        return video;
    }

    public Campaign add(Campaign campaign) {
        campaigns.put(campaign.id(), campaign);
        return campaign;
    }

    /** Whether nobody may see it. */
    public boolean isHidden(Video video) {
        return video.status().equals("excluded")
                || video.creator() != null && creators.get(video.creator()).removed();
    }

    public boolean isCounted(Video video) {
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
