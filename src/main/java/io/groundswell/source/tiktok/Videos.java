package io.groundswell.source.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.creator.Handle;
import io.groundswell.source.Profile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What both of TikTok's interfaces tell alike. */
final class Videos {
    static final int ADDRESS = 2_000;
    private static final int TITLE = 500;
    private static final int NAME = 200;
    private static final int BIO = 2_000;

    private Videos() {}

    /** By their ids; one without is left out. */
    static Map<String, JsonNode> in(JsonNode data) {
        if (!data.path("videos").isArray()) {
            throw TikTokFaults.nonsense("there is no list of videos in it");
        }
        var videos = new LinkedHashMap<String, JsonNode>();
        data.path("videos").forEach(video -> {
            var id = Told.id(video.path("id"));
            if (id != null) {
                videos.putIfAbsent(id, video);
            }
        });
        return videos;
    }

    static String cursor(JsonNode data) {
        var cursor = Told.count(data.path("cursor"));
        if (cursor == null) {
            throw TikTokFaults.nonsense("it has more, and does not say where");
        }
        return cursor.toString();
    }

    /** The first that says something; null when none does. */
    static String title(JsonNode video, String... fields) {
        for (var field : fields) {
            var text = Told.text(video.path(field), TITLE);
            if (text != null && !text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    static Profile profile(JsonNode user) {
        var name = Told.text(user.path("display_name"), NAME);
        var handle = Told.text(user.path("username"), Handle.LONGEST);
        return new Profile(
                handle != null && Handle.fits(handle) ? handle : null,
                name == null || name.isEmpty() ? null : name,
                Told.text(user.path("avatar_url"), ADDRESS),
                Told.text(user.path("bio_description"), BIO),
                Told.count(user.path("follower_count")),
                Collections.emptySortedMap());
    }
}
