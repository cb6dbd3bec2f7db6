package io.groundswell.performance.v1;

import io.groundswell.content.Content;
import io.groundswell.content.ContentService;
import io.groundswell.content.Preview;
import io.groundswell.shared.Owner;
import io.groundswell.text.Characters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The first words of posts, by which people know them. */
@ApplicationScoped
class PostExcerpts {
    private static final int CHARACTERS = 40;

    private final ContentService contents;
    private final Preview preview;

    PostExcerpts(ContentService contents, Preview preview) {
        this.contents = contents;
        this.preview = preview;
    }

    /** By id. A post that is gone by now is missing. */
    Map<String, String> of(Owner owner, Collection<String> contentIds) {
        return contents.all(owner, contentIds).stream().collect(Collectors.toMap(Content::id, this::excerpt));
    }

    private String excerpt(Content content) {
        var words = preview.rendering(content).excerpt(CHARACTERS + 1);
        return Characters.count(words) <= CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, CHARACTERS)) + "…";
    }
}
