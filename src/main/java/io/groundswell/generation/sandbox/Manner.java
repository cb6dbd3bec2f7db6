package io.groundswell.generation.sandbox;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one text is worded: the tone of the brief (or of the brand, or of the reviewer's wish), and what the brand says
 * about its writing style.
 *
 * @param longestSentence in words
 */
record Manner(Tone tone, boolean contractions, boolean emojis, int longestSentence, boolean questions) {
    private static final Set<String> RELAXED = Set.of("casual", "playful", "bold", "inspirational");
    private static final Pattern SHORT = Pattern.compile("\\b(short|concise|brief|terse|punchy|crisp)\\b");
    private static final Pattern NO_EMOJI = Pattern.compile("\\b(no|without|avoid)( any)? emojis?\\b");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?:;])\\s+");
    private static final Map<String, String> CONTRACTED = Map.ofEntries(
            Map.entry("do not", "don't"),
            Map.entry("does not", "doesn't"),
            Map.entry("cannot", "can't"),
            Map.entry("is not", "isn't"),
            Map.entry("will not", "won't"),
            Map.entry("it is", "it's"),
            Map.entry("that is", "that's"),
            Map.entry("there is", "there's"),
            Map.entry("here is", "here's"),
            Map.entry("you are", "you're"),
            Map.entry("you have got", "you've got"),
            Map.entry("you will", "you'll"),
            Map.entry("let us", "let's"));
    // Not before a full stop or comma: nobody says "that is how it's."
    private static final Pattern CONTRACTIBLE =
            Pattern.compile("(?i)\\b(" + String.join("|", CONTRACTED.keySet()) + ")(?= \\p{L}|[^,.;:!?]\\{| \\{)");

    static Manner of(Phrasebook phrasebook, String wished, String style, Wishes wishes) {
        Tone tone = phrasebook.tone(wishes.tone() == null ? wished : wishes.tone());
        String how = style == null ? "" : style.toLowerCase(Locale.ROOT);
        return new Manner(
                tone,
                RELAXED.contains(tone.name()),
                !wishes.noEmojis() && !NO_EMOJI.matcher(how).find(),
                SHORT.matcher(how).find() ? 13 : Integer.MAX_VALUE,
                !wishes.forbidQuestions());
    }

    /** Whether the style lets {@code line} through. */
    boolean likes(String line) {
        return (questions || !line.contains("?"))
                && SENTENCE.splitAsStream(line)
                        .allMatch(sentence -> Text.words(sentence).size() <= longestSentence);
    }

    /** A line of the tone's own, which needs no other words. */
    String contract(String line) {
        return contractions ? CONTRACTIBLE.matcher(line).replaceAll(found -> contracted(found.group())) : line;
    }

    String reword(String line) {
        return contract(tone.reword(line));
    }

    private static String contracted(String words) {
        String contracted = CONTRACTED.get(words.toLowerCase(Locale.ROOT));
        return Character.isUpperCase(words.charAt(0)) ? Text.capitalized(contracted) : contracted;
    }
}
