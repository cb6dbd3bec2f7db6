package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.content.Copy;
import io.groundswell.content.Publication;
import io.groundswell.content.Visual;
import io.groundswell.content.Wording;
import io.groundswell.mission.ContentType;
import io.groundswell.mission.Platform;
import io.groundswell.shared.Owner;
import java.util.List;

/**
 * What a publisher is to post.
 *
 * @param reference the same for every attempt at the same version of an item, so that a network can tell a repeat
 * @param language ISO 639-1, or null when it is not known
 */
public record Post(
        String reference,
        Owner owner,
        Platform platform,
        ContentType type,
        Copy copy,
        List<Visual> visuals,
        String language) {
    public Post(String reference, Owner owner, Platform platform, ContentType type, Copy copy, List<Visual> visuals) {
        this(reference, owner, platform, type, copy, visuals, null);
    }

    static Post of(Content content) {
        return new Post(
                reference(content, content.version()),
                content.owner(),
                content.platform(),
                content.type(),
                Wording.of(content).copy(),
                content.visuals(),
                content.metadata().language());
    }

    /** What was handed over of a version before the current one. */
    static Post of(Content content, Publication.EarlierTry tried) {
        return new Post(
                reference(content, tried.version()),
                content.owner(),
                content.platform(),
                content.type(),
                tried.copy(),
                List.of(),
                content.metadata().language());
    }

    public String contentId() {
        return reference.substring(0, reference.indexOf(':'));
    }

    private static String reference(Content content, int version) {
        return content.id() + ":" + version;
    }
}
