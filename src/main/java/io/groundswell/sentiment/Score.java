package io.groundswell.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the words of a text come to: AFINN's sum of valences, and by how many words it is to be divided to compare texts of
 * different length (the <em>comparative</em> score).
 *
 * @param sum of the valences of words and phrases that the list knows
 * @param words how many words the text has
 * @param known how many of the list's words and phrases are in it
 */
record Score(int sum, int words, int known) {
    /** Letters and digits, joined by apostrophes and hyphens. Emoji are no words. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['-][\\p{L}\\p{M}\\p{N}]+)*");

    static Score of(String text) {
        var words = words(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
        var sum = 0;
        var known = 0;
        var at = 0;
        while (at < words.size()) {
            var length = phraseAt(words, at);
            if (length > 0) {
                sum += WordList.afinn().valence(phrase(words, at, length));
                known++;
            }
            at += Math.max(1, length);
        }
        return new Score(sum, words.size(), known);
    }

    /** Parts of a hyphenated word are words of their own, unless the list has it as a whole. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        WORD.matcher(text).results().map(MatchResult::group).forEach(word -> {
            if (WordList.afinn().valence(word) == null) {
                words.addAll(List.of(word.split("-")));
            } else {
                words.add(word);
            }
        });
        return words;
    }

    /** How many words the longest phrase of the list has that begins here; 0 when none does. */
    private static int phraseAt(List<String> words, int at) {
        for (var length = Math.min(WordList.LONGEST, words.size() - at); length > 0; length--) {
            if (WordList.afinn().valence(phrase(words, at, length)) != null) {
                return length;
            }
        }
        return 0;
    }

    private static String phrase(List<String> words, int at, int length) {
        return String.join(" ", words.subList(at, at + length));
    }

    /** From -5 to 5; null when the list knows none of the words, so that nothing can be said. */
    Double comparative() {
        return known == 0 ? null : (Double) ((double) sum / words);
    }
}
