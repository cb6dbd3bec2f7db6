package io.groundswell.generation.language;

import io.groundswell.content.Copy;
import io.groundswell.generation.WritingBrief;
import java.util.List;

/** Puts the fields of an answer where the rest of the server looks for them, which depends on the type. */
final class CopyReader {
    private static final int MOST_TEXT = 100_000;
    private static final int MOST_LINE = 300;

    private CopyReader() {}

    /** What every type has. */
    record Closing(String hook, String callToAction, List<String> hashtags, String altText) {}

    static Copy read(WritingBrief brief, Fields fields, Closing closing) {
        return switch (brief.type()) {
            case POST, STORY -> copy(closing, fields.needed("text", MOST_TEXT), null, null, List.of(), null);
            case THREAD ->
                copy(
                        closing,
                        null,
                        null,
                        null,
                        PartNumbers.renewed(fields.texts("parts", 2, 15, brief.maxCharacters())),
                        null);
            case CAROUSEL -> {
                var slides = fields.texts("slides", 2, 10, MOST_LINE);
                var cover = slides.isEmpty() ? null : line(slides.get(0));
                yield copy(closing, fields.needed("text", MOST_TEXT), cover, lines(slides), List.of(), null);
            }
            case REEL, VIDEO ->
                copy(
                        closing,
                        fields.needed("text", MOST_TEXT),
                        null,
                        lines(fields.texts("script", 3, 10, MOST_LINE)),
                        List.of(),
                        null);
            case ARTICLE ->
                copy(
                        closing,
                        fields.needed("text", MOST_TEXT),
                        fields.needed("headline", 500),
                        fields.needed("body", MOST_TEXT),
                        List.of(),
                        null);
            case POLL -> copy(closing, fields.needed("text", MOST_TEXT), null, null, List.of(), poll(fields));
        };
    }

    private static Copy copy(
            Closing closing, String primary, String headline, String body, List<String> parts, Copy.Poll poll) {
        return new Copy(
                primary,
                headline,
                closing.hook(),
                body,
                closing.callToAction().isEmpty() ? null : closing.callToAction(),
                closing.hashtags(),
                List.of(),
                closing.altText().isEmpty() ? null : closing.altText(),
                parts,
                null,
                List.of(),
                poll);
    }

    private static Copy.Poll poll(Fields fields) {
        return new Copy.Poll(
                fields.needed("question", 500),
                fields.texts("options", 2, 4, 200),
                fields.whole("duration_hours", 1, 168));
    }

    private static String lines(List<String> lines) {
        return lines.stream()
                .map(CopyReader::line)
                .reduce((one, other) -> one + "\n" + other)
                .orElse(null);
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
