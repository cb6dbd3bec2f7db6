package io.groundswell.publishing;

import io.groundswell.content.Copy;
import io.groundswell.content.Visual;
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
    public String contentId() {
        return contentId(reference);
    }

    static String contentId(String reference) {
        return reference.substring(0, reference.indexOf(':'));
    }
}
