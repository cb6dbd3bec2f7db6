package io.groundswell.generation.language;

import io.groundswell.generation.IllustrationBrief;
import java.util.Map;

/** Says what a picture is to show, with the words it belongs to as material. */
public final class PicturePrompt {
    private static final Template TEMPLATE = Template.file("picture");
    private static final int MOST_TEXT = 1_500;
    private static final int MOST_LINE = 300;

    private PicturePrompt() {}

    public static String beside(IllustrationBrief brief) {
        return prompt(brief, new Sheet(), "It stands beside a text.", "No letters or words in the picture.");
    }

    public static String slide(IllustrationBrief brief, String headline, int position, int count) {
        return prompt(
                brief,
                new Sheet().line("headline", headline, MOST_LINE),
                "It is slide %d of %d; all slides share one look.".formatted(position, count),
                "Show the headline, spelled exactly as given, in large plain letters, and no other words.");
    }

    private static String prompt(IllustrationBrief brief, Sheet more, String part, String words) {
        var copy = brief.copy();
        var text = copy.primary() == null ? String.join("\n", copy.threadParts()) : copy.primary();
        var material = more.line("shows", copy.altText(), MOST_TEXT)
                .line("text", text, MOST_TEXT)
                .lines("color", brief.brand().colors(), 5, 7);
        return TEMPLATE.with(Map.of(
                "type", brief.type().toString(),
                "platform", brief.platform().toString(),
                "part", part,
                "material", material.toString(),
                "words", words));
    }
}
