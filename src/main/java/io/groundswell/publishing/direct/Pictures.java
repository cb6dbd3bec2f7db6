package io.groundswell.publishing.direct;

import io.groundswell.content.Visual;
import io.groundswell.generation.MediaStore;
import io.groundswell.publishing.Post;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The visuals of a post as files. Only those that this server keeps can be handed on: nothing is fetched from where an
 * item says that its visuals lie.
 */
@ApplicationScoped
public class Pictures {
    private static final Pattern PLACE = Pattern.compile("/media/([0-9A-Za-z]+)\\.(png|mp4)");
    private static final Map<String, String> TYPES = Map.of("png", "image/png", "mp4", "video/mp4");

    private final MediaStore media;
    private final String publicUrl;

    Pictures(MediaStore media, @ConfigProperty(name = "groundswell.wire.public-url") String publicUrl) {
        this.media = media;
        this.publicUrl = publicUrl;
    }

    /** @param alt what it shows, in words; may be empty */
    public record Picture(byte[] bytes, String contentType, String format, String alt, Visual.Dimensions dimensions) {}

    /** All of them, or a failure: a post never goes out with fewer than its reviewers have seen. */
    public List<Picture> of(Post post, int most) {
        if (post.visuals().size() > most) {
            throw new NetworkFailure(Kind.REFUSED, "%s takes %d visuals a post".formatted(post.platform(), most));
        }
        return post.visuals().stream().map(visual -> picture(visual, post)).toList();
    }

    private Picture picture(Visual visual, Post post) {
        var place = visual.url().startsWith(publicUrl) ? visual.url().substring(publicUrl.length()) : "";
        var parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw absent(visual);
        }
        var bytes = media.find(parts.group(1), parts.group(2)).orElseThrow(() -> absent(visual));
        return new Picture(bytes, TYPES.get(parts.group(2)), parts.group(2), alt(visual, post), visual.dimensions());
    }

    private static String alt(Visual visual, Post post) {
        if (visual.altText() != null) {
            return visual.altText();
        }
        return post.copy().altText() == null ? "" : post.copy().altText();
    }

    private static NetworkFailure absent(Visual visual) {
        return new NetworkFailure(Kind.REFUSED, "Visual %d is not kept by this server".formatted(visual.position()));
    }
}
