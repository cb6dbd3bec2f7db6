package io.groundswell.content;

import io.groundswell.shared.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** How much an edit may hold, whatever its platform takes. Everything that is wrong is told at once. */
public final class EditRules {
    /** Characters of the longest texts, articles. */
    static final int MAX_TEXT = 100_000;

    private static final int MAX_WORDS = 100;
    private static final int MAX_VARIATIONS = 10;
    private static final int MAX_POLL_HOURS = 336;

    private final Shape shape = new Shape();

    private EditRules() {}

    /** Parameters are named as in {@code copy.variations[1].weight}; an empty list means nothing is wrong. */
    public static List<Violation> violations(Copy copy, List<Visual> visuals, List<String> tags) {
        var rules = new EditRules();
        rules.checkTexts(copy);
        rules.checkLists(copy);
        rules.checkVariations(copy.variations());
        rules.checkPoll(copy.poll());
        VisualShape.check(visuals, rules.shape);
        rules.shape.texts("metadata.tags", tags, 50, 100);
        var violations = new ArrayList<>(rules.shape.violations());
        ItemSize.fault(copy, visuals).ifPresent(violations::add);
        return violations;
    }

    private void checkTexts(Copy copy) {
        shape.text("copy.primary", copy.primary(), MAX_TEXT);
        shape.text("copy.headline", copy.headline(), 500);
        shape.text("copy.hook", copy.hook(), 2_000);
        shape.text("copy.body", copy.body(), MAX_TEXT);
        shape.text("copy.cta", copy.cta(), 1_000);
        shape.text("copy.alt_text", copy.altText(), 2_000);
        shape.text("copy.first_comment", copy.firstComment(), 10_000);
    }

    private void checkLists(Copy copy) {
        shape.texts("copy.hashtags", copy.hashtags(), MAX_WORDS, 100);
        shape.texts("copy.mentions", copy.mentions(), MAX_WORDS, 100);
        shape.texts("copy.thread_parts", copy.threadParts(), MAX_WORDS, 10_000);
    }

    private void checkVariations(List<Copy.Variation> variations) {
        var ids = new HashSet<String>();
        if (shape.list("copy.variations", variations, MAX_VARIATIONS)) {
            for (var at = 0; at < variations.size(); at++) {
                checkVariation("copy.variations[" + at + "]", variations.get(at), ids);
            }
        }
    }

    private void checkVariation(String param, Copy.Variation variation, HashSet<String> ids) {
        shape.needed(param + ".id", variation.id(), 64);
        shape.require(
                variation.id() == null || ids.add(variation.id()), param + ".id", "is the id of another variation");
        shape.text(param + ".label", variation.label(), 200);
        shape.needed(param + ".primary", variation.primary(), MAX_TEXT);
        shape.require(
                variation.weight() > 0 && variation.weight() <= 1_000_000,
                param + ".weight",
                "must be a number above 0 and at most 1000000");
    }

    private void checkPoll(Copy.Poll poll) {
        if (poll != null) {
            shape.text("copy.poll.question", poll.question(), 500);
            shape.texts("copy.poll.options", poll.options(), 10, 200);
            shape.require(
                    poll.durationHours() >= 1 && poll.durationHours() <= MAX_POLL_HOURS,
                    "copy.poll.duration_hours",
                    "must be from 1 to " + MAX_POLL_HOURS);
        }
    }
}
