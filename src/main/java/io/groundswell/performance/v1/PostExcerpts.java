package io.groundswell.performance.v1;

import io.groundswell.content.ContentService;
import io.groundswell.content.Preview;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;

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

    String of(Owner owner, String contentId) {
        var words = preview.rendering(contents.get(owner, contentId)).excerpt(CHARACTERS + 1);
        return words.codePointCount(0, words.length()) <= CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, CHARACTERS)) + "…";
    }
}
