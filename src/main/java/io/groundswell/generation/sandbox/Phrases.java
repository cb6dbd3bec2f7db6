package io.groundswell.generation.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes what people typed safe and smooth to put into a sentence. */
final class Phrases {
    /** Longest topic that still leaves a sentence around it, in code points. */
    static final int LONGEST = 60;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$?\\{[^}]*}|<[^>]*>|%[sdnxf]\\b|https?://\\S+");
    private static final Pattern EMOJI = Pattern.compile("[\\p{So}\\p{Sk}\\p{Cs}][\\u200D\\uFE0F\\p{So}\\p{Sk}]*");
    private static final Pattern NOISE = Pattern.compile("[{}<>\\[\\]\"“”„«»`|*_\\p{Cc}]");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Po}\\p{Pd}@]+|[\\s.,;:!?…¿¡'/&\\p{Pd}(]+$");
    // A lone word with a capital may be a name; these endings tell that it is not.
    private static final Pattern ABSTRACT = Pattern.compile("(?:ing|tion|ness|ment|th|ity|ance|ship|ism|ics)$");
    private static final Set<String> PROPER = Set.of(
            ("java kotlin python ruby rust swift docker kubernetes postgres postgresql linux windows android react angular"
                            + " google amazon apple microsoft instagram facebook linkedin twitter tiktok youtube"
                            + " english german french spanish italian european american african asian"
                            + " christmas easter halloween ramadan i")
                    .split(" "));
    private static final Set<String> DANGLING = Set.of(
            ("a an the and or but of for to in on at by with from into about as that which who our your their its so"
                            + " because while when if than via per is are")
                    .split(" "));

    private Phrases() {}

    /** One line without placeholders, markup, emoji or punctuation at its ends. */
    static String clean(String raw) {
        if (raw == null) {
            return "";
        }
        String text = raw.replaceAll("\\s+", " ");
        text = PLACEHOLDER.matcher(text).replaceAll(" ");
        text = EMOJI.matcher(text).replaceAll(" ");
        text = NOISE.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").replaceAll(" ([,.;:!?])", "$1");
        String trimmed = EDGES.matcher(text).replaceAll("");
        return trimmed.codePoints().anyMatch(Character::isLetterOrDigit) ? trimmed : "";
    }

    /** A cleaned phrase of at most {@code most} code points, cut where a word ends and nothing is left hanging. */
    static String shorten(String phrase, int most) {
        if (Text.length(phrase) <= most) {
            return phrase;
        }
        List<String> kept = new ArrayList<>();
        int length = -1;
        for (String word : Text.words(phrase)) {
            length += 1 + Text.length(word);
            if (length > most) {
                break;
            }
            kept.add(word);
        }
        while (!kept.isEmpty() && DANGLING.contains(kept.get(kept.size() - 1).toLowerCase(Locale.ROOT))) {
            kept.remove(kept.size() - 1);
        }
        return clean(String.join(" ", kept));
    }

    /** How the phrase reads inside a sentence: "Sourdough baking" loses its capital, "Java basics" and "API" do not. */
    static String inSentence(String phrase) {
        List<String> words = Text.words(phrase);
        if (words.isEmpty() || !isCapitalized(words.get(0)) || isProper(words.get(0))) {
            return phrase;
        }
        if (words.size() == 1) {
            return ABSTRACT.matcher(phrase).find() ? phrase.toLowerCase(Locale.ROOT) : phrase;
        }
        boolean moreCapitals = words.stream().skip(1).anyMatch(Phrases::isCapitalized);
        return moreCapitals ? phrase : phrase.substring(0, 1).toLowerCase(Locale.ROOT) + phrase.substring(1);
    }

    private static boolean isCapitalized(String word) {
        String tail = word.substring(word.offsetByCodePoints(0, 1));
        return Character.isUpperCase(word.codePointAt(0))
                && tail.equals(tail.toLowerCase(Locale.ROOT))
                && tail.chars().noneMatch(Character::isDigit);
    }

    private static boolean isProper(String word) {
        return PROPER.contains(word.toLowerCase(Locale.ROOT).replaceAll("'s$", ""));
    }
}
