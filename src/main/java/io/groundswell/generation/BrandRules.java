package io.groundswell.generation;

import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import io.groundswell.shared.WebAddress;
import io.groundswell.text.Blank;
import io.groundswell.text.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a description of a brand may hold. */
final class BrandRules {
    private static final int MAX_ITEMS = 50;
    private static final int MAX_TEXT = 5_000;

    private final List<Violation> violations = new ArrayList<>();

    private BrandRules() {}

    static void check(BrandDescription brand) {
        var rules = new BrandRules();
        rules.name(brand.name());
        rules.text("description", brand.description(), MAX_TEXT);
        rules.text("voice.tone", brand.voice().tone(), 200);
        rules.text("voice.writing_style", brand.voice().writingStyle(), 1_000);
        rules.address("website", brand.website());
        rules.address("visual.logo_url", brand.visual().logoUrl());
        rules.texts("content_guidelines.topics", brand.contentGuidelines().topics(), 200);
        rules.texts("content_guidelines.avoid", brand.contentGuidelines().avoid(), 200);
        rules.texts("examples.good_posts", brand.examples().goodPosts(), MAX_TEXT);
        rules.texts("examples.bad_posts", brand.examples().badPosts(), MAX_TEXT);
        rules.texts("competitors", brand.competitors(), 200);
        rules.colors(brand.visual().colors());
        Refusal.throwIfAny(rules.violations);
    }

    private void name(String name) {
        if (name == null || Blank.is(name)) {
            add("name", "is required");
        } else {
            text("name", name, 200);
        }
    }

    private void text(String param, String text, int most) {
        if (text != null && Characters.count(text) > most) {
            add(param, "has at most %d characters".formatted(most));
        }
    }

    private void texts(String param, List<String> texts, int most) {
        if (texts.size() > MAX_ITEMS) {
            add(param, "holds at most %d entries".formatted(MAX_ITEMS));
        } else if (texts.stream().anyMatch(Objects::isNull)) {
            add(param, "must not hold null");
        } else if (texts.stream().anyMatch(text -> Blank.is(text) || Characters.count(text) > most)) {
            add(param, "holds texts of 1 to %d characters".formatted(most));
        }
    }

    private void colors(List<String> colors) {
        texts("visual.colors", colors, 7);
        if (colors.stream().anyMatch(color -> color != null && !color.matches("#[0-9a-fA-F]{6}"))) {
            add("visual.colors", "holds colours such as #112233");
        }
    }

    private void address(String param, String text) {
        if (text != null && !WebAddress.is(text)) {
            add(param, "must be an http or https address of at most %d characters".formatted(WebAddress.MAX_LENGTH));
        }
    }

    private void add(String param, String message) {
        violations.add(new Violation(param, param + " " + message));
    }
}
