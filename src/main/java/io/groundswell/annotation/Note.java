package io.groundswell.annotation;

import io.groundswell.shared.Violation;
import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What people write down.
 *
 * @param at the moment that it is about
 * @param bodyMd Markdown, which is kept and never rendered; may be null
 */
public record Note(Instant at, String title, String bodyMd) {
    public static final int MAX_TITLE = 200;
    public static final int MAX_BODY = 8_000;

    /** Everything that is wrong with the words; an empty list means nothing is. */
    public static List<Violation> violations(String title, String bodyMd) {
        var violations = new ArrayList<Violation>();
        if (title == null || Blank.is(title)) {
            violations.add(new Violation("title", "A title is required"));
        } else if (Characters.count(title) > MAX_TITLE) {
            violations.add(new Violation("title", "A title must have at most " + MAX_TITLE + " characters"));
        }
        if (bodyMd != null && Characters.count(bodyMd) > MAX_BODY) {
            violations.add(new Violation("body_md", "A body must have at most " + MAX_BODY + " characters"));
        }
        return violations;
    }
}
