package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import io.groundswell.generation.Brand;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How sure the sandbox writer is of a text: 0.70, and up to 0.28 more for
 *
 * <ul>
 *   <li>0.08: a hook close to 45 characters, less the further it is away;
 *   <li>0.06: sentences of about ten words on average;
 *   <li>0.05: no word said more often than needed (the share of different words in thirty neighbouring ones);
 *   <li>0.03: the text names its subject beyond the hook;
 *   <li>0.02: a call to action, and 0.02 as many hashtags as the platform expects;
 *   <li>0.02: a brand that says its name, description, tone and topics.
 * </ul>
 *
 * A rewriting after feedback loses 0.02, since one version was wrong already.
 */
final class Confidence {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\n+");

    private static final int WINDOW = 30;

    private Confidence() {}

    static double of(Material material, Copy copy) {
        String text = text(copy);
        boolean inRange = Hashtags.range(
                        material.brief().platform(), material.brief().type())
                .holds(copy.hashtags().size());
        double sum = 0.70
                + 0.08 * closeness(Text.length(copy.hook()), 45, 18)
                + 0.06 * closeness(sentenceLength(text), 10, 6)
                + 0.05 * variety(text)
                + (namesSubject(material, copy, text) ? 0.03 : 0)
                + (copy.cta() == null ? 0 : 0.02)
                + (inRange ? 0.02 : 0)
                + 0.02 * described(material.brief().brand())
                - (material.brief().feedback() == null ? 0 : 0.02);
        return Math.round(sum * 1000) / 1000.0;
    }

    private static String text(Copy copy) {
        return copy.primary() == null ? String.join("\n", copy.threadParts()) : copy.primary();
    }

    /** 1 at the ideal, 0 from {@code reach} away. */
    private static double closeness(double value, double ideal, double reach) {
        return Math.max(0, 1 - Math.abs(value - ideal) / reach);
    }

    private static double sentenceLength(String text) {
        return SENTENCE.splitAsStream(text)
                .mapToInt(sentence -> Text.words(sentence).size())
                .average()
                .orElse(0);
    }

    private static double variety(String text) {
        List<String> words = Text.words(text.toLowerCase(Locale.ROOT));
        // A longer text has to repeat words, so only neighbours are compared.
        double distinct = IntStream.rangeClosed(0, Math.max(0, words.size() - WINDOW))
                .mapToObj(i -> words.subList(i, Math.min(words.size(), i + WINDOW)))
                .mapToDouble(some -> new HashSet<>(some).size() / (double) Math.max(1, some.size()))
                .average()
                .orElse(0);
        return closeness(distinct, 1, 0.3);
    }

    private static boolean namesSubject(Material material, Copy copy, String text) {
        String rest = text.replace(copy.hook(), "") + " " + copy.cta() + " " + copy.headline() + " "
                + copy.hashtags().stream().map(tag -> tag.replace("#", "")).collect(Collectors.joining(" "));
        String squeezed = material.subject().replace(" ", "").toLowerCase(Locale.ROOT);
        return rest.replace(" ", "").toLowerCase(Locale.ROOT).contains(squeezed);
    }

    private static double described(Brand brand) {
        long told = Stream.of(brand.name(), brand.description(), brand.voice().tone(), String.join(" ", brand.topics()))
                .filter(text -> text != null && !text.isBlank())
                .count();
        return told / 4.0;
    }
}
