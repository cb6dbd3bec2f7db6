package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.content.Copy;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.publishing.Post;
import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import java.util.Map;

/** What Metricool must know of a post for one network alone. */
final class NetworkOptions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_TITLE = 99;
    private static final Map<Platform, String> NAMES = Map.of(
            Platform.TWITTER, "twitterData",
            Platform.LINKEDIN, "linkedinData",
            Platform.INSTAGRAM, "instagramData",
            Platform.FACEBOOK, "facebookData",
            Platform.TIKTOK, "tiktokData",
            Platform.YOUTUBE, "youtubeData");

    private final Post post;
    private final String text;

    private NetworkOptions(Post post, String text) {
        this.post = post;
        this.text = text;
    }

    static void add(ObjectNode form, Post post, String text) {
        var name = NAMES.get(post.platform());
        if (name != null) {
            form.set(name, new NetworkOptions(post, text).json());
        }
    }

    private ObjectNode json() {
        var options = JSON.objectNode();
        switch (post.platform()) {
            case INSTAGRAM -> options.put("type", instagramType()).put("autoPublish", true);
            case FACEBOOK -> options.put("type", post.type() == ContentType.STORY ? "STORY" : "POST");
            case LINKEDIN -> options.put("type", "POST").put("previewIncluded", true);
            case TIKTOK -> options.put("privacyOption", "PUBLIC_TO_EVERYONE");
            case YOUTUBE ->
                options.put("title", title()).put("privacy", "public").put("madeForKids", false);
            default -> poll(options);
        }
        return options;
    }

    private String instagramType() {
        return switch (post.type()) {
            case REEL -> "REEL";
            case STORY -> "STORY";
            default -> "POST";
        };
    }

    /** A title on YouTube has no angle brackets. */
    private String title() {
        var headline = post.copy().headline();
        var line = (headline == null || Blank.is(headline) ? text : headline)
                .lines()
                .findFirst()
                .orElse("")
                .replaceAll("[<>]", "");
        return Characters.count(line) <= LONGEST_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE));
    }

    private void poll(ObjectNode options) {
        var poll = post.copy().poll();
        if (post.type() == ContentType.POLL && poll != null) {
            options.put("type", "POLL");
            options.set("poll", poll(poll));
        }
    }

    private static ObjectNode poll(Copy.Poll poll) {
        var form = JSON.objectNode();
        poll.options().forEach(option -> form.withArray("options").addObject().put("text", option));
        form.putObject("settings").put("durationMinutes", 60 * poll.durationHours());
        return form;
    }
}
