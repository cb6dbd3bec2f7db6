package io.groundswell.generation.openai;

import io.groundswell.content.Copy;
import io.groundswell.generation.IllustrationBrief;
import io.groundswell.generation.language.PicturePrompt;
import io.groundswell.mission.ContentType;
import io.groundswell.text.Blank;
import io.groundswell.text.Cut;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the pictures of an item show: one motif, or one for each slide. */
record Motifs(IllustrationBrief brief) {
    private static final int MOST_ALT_TEXT = 1_000;

    /** @param position from 1 */
    record Motif(String prompt, String altText, int position) {}

    List<Motif> all() {
        if (brief.type() != ContentType.CAROUSEL) {
            return List.of(new Motif(PicturePrompt.beside(brief), altText(), 1));
        }
        var slides = Objects.toString(brief.copy().body(), "").lines().toList();
        return IntStream.range(0, slides.size())
                .mapToObj(at -> new Motif(
                        PicturePrompt.slide(brief, slides.get(at), at + 1, slides.size()),
                        "Slide %d of %d: %s".formatted(at + 1, slides.size(), slides.get(at)),
                        at + 1))
                .toList();
    }

    private String altText() {
        var copy = brief.copy();
        return Stream.of(copy.altText(), copy.headline(), copy.hook(), firstPart(copy), copy.primary())
                .filter(text -> text != null && !Blank.is(text))
                .findFirst()
                .map(text -> Cut.to(MOST_ALT_TEXT, text))
                .orElse("A picture for " + brief.brand().name());
    }

    private static String firstPart(Copy copy) {
        return copy.threadParts().stream().findFirst().orElse(null);
    }
}
