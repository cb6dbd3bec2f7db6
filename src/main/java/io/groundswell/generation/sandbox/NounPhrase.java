package io.groundswell.generation.sandbox;

import io.groundswell.generation.sandbox.Grammar.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a run of words into a phrase that can stand anywhere in a sentence, or refuses it. */
final class NounPhrase {
    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 40;
    private static final Set<String> DEFINITE = Set.of("our", "my", "its", "their", "your", "the", "this");
    // Nothing one could count, so no article is missing before it.
    private static final Pattern UNCOUNTABLE = Pattern.compile(
            "(?i).*(?:ing|ness|ity|ism|ics|ware|ship|craft|care|work|tion|sion|ance|ence|graphy|cy|logy|s)$"
                    + "|design|fashion|food|music|art|time|health|coffee|travel|research|advice|energy|data|code|support"
                    + "|education|privacy|wine|tea|beer|furniture|jewelry|history|science|technology|climate|water|finance");
    // "10%", "5k", "100,000", "Q3-2026"; but not "web3" or "3D printing".
    private static final Pattern FIGURE = Pattern.compile("[#$€£+-]*\\d[\\d.,:/%kKmM+-]*");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{M}\\p{N}'’&+#./-]+");
    private static final int LONGEST_UNSPACED = 14;

    private final Grammar grammar;

    NounPhrase(Grammar grammar) {
        this.grammar = grammar;
    }

    /** The subject that {@code words} begin with, with "the" where it is one certain thing; or null. */
    String subject(List<String> words) {
        List<String> head = words.stream().dropWhile(this::isLeading).toList();
        if (head.size() > 2 && grammar.is(Role.OF, head.get(0)) && head.get(1).equals("of")) {
            return subject(head.subList(2, head.size()));
        }
        List<String> core = core(words);
        boolean definite = isDefinite(words, core);

        if (!isSound(core)
                || grammar.is(Role.PERSON, core.get(core.size() - 1))
                || core.stream().allMatch(this::isVague)) {
            return null;
        }
        String phrase = Phrases.inSentence(String.join(" ", core));
        boolean article =
                definite && !UNCOUNTABLE.matcher(core.get(core.size() - 1)).matches();
        return article ? "the " + phrase : phrase;
    }

    /** The people whom {@code words} name, such as "small teams"; or null. */
    String people(List<String> words) {
        List<String> core = core(words);
        boolean plural = !core.isEmpty() && grammar.is(Role.PERSON, core.get(core.size() - 1));
        return plural && isSound(core) ? Phrases.inSentence(String.join(" ", core)) : null;
    }

    /** Up to the first word that cannot be inside a noun phrase, without "our new" before and "better" behind. */
    private List<String> core(List<String> words) {
        int start = (int) words.stream().takeWhile(this::isLeading).count();
        int end = start;
        while (end < words.size() && belongs(words, start, end)) {
            end++;
        }
        List<String> core = new ArrayList<>(words.subList(start, end));
        while (core.size() > 1 && isLoose(core.get(core.size() - 1))) {
            core.remove(core.size() - 1);
        }
        return core;
    }

    private boolean belongs(List<String> words, int start, int at) {
        String word = words.get(at).toLowerCase(Locale.ROOT);
        boolean joins = (word.equals("of") || word.equals("and")) && at > start && at - start < 3;
        boolean goesOn = at + 1 < words.size()
                && !grammar.is(Role.STOP, words.get(at + 1))
                && !grammar.is(Role.VERB, words.get(at + 1))
                && !grammar.is(Role.GOAL, words.get(at + 1));
        return joins ? goesOn : !ends(word) && !isPredicate(words, start, at);
    }

    /** "tests save money" is a sentence, and "API design" is not. */
    private boolean isPredicate(List<String> words, int start, int at) {
        return at > start
                && at + 1 < words.size()
                && words.get(at - 1).matches(".*[^s]s")
                && grammar.is(Role.VERB, words.get(at));
    }

    private boolean isLeading(String word) {
        return grammar.is(Role.LEADING, word) || isFigure(word);
    }

    private boolean isVague(String word) {
        return grammar.is(Role.BROAD, word)
                || grammar.is(Role.PLACE, word)
                || grammar.is(Role.OUTCOME, word)
                || isFigure(word);
    }

    private boolean ends(String word) {
        return grammar.is(Role.STOP, word) || grammar.is(Role.FINITE, word);
    }

    private boolean isLoose(String word) {
        return grammar.is(Role.TRAILING, word) || word.equals("and") || word.equals("of") || isFigure(word);
    }

    private boolean isDefinite(List<String> words, List<String> core) {
        int before = words.size() - core.size();
        return words.stream()
                .limit(before)
                .takeWhile(word -> !core.contains(word))
                .anyMatch(word -> DEFINITE.contains(word.toLowerCase(Locale.ROOT)));
    }

    boolean isSound(List<String> words) {
        String phrase = String.join(" ", words);
        return !words.isEmpty()
                && words.size() <= MOST_WORDS
                && Text.length(phrase) >= 2
                && Text.length(phrase) <= LONGEST
                && !isFigure(words.get(0))
                && phrase.codePoints().anyMatch(Character::isLetter)
                && !grammar.any(Role.FOREIGN, words)
                && isReadable(words)
                && !isFunction(words.get(0))
                && !ends(words.get(words.size() - 1).toLowerCase(Locale.ROOT))
                && words.stream().noneMatch(this::breaks);
    }

    private boolean isFunction(String word) {
        return ends(word) || grammar.is(Role.LEADING, word);
    }

    private boolean breaks(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return !plain.equals("of") && !plain.equals("and") && ends(plain);
    }

    /** Scripts without spaces only up to the length of a name, since nothing tells us where their words end. */
    private static boolean isReadable(List<String> words) {
        return words.stream()
                .allMatch(word -> LATIN.matcher(word).matches()
                        || Text.length(word) <= LONGEST_UNSPACED
                                && word.codePoints().allMatch(NounPhrase::isOfAName));
    }

    private static boolean isOfAName(int letter) {
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static boolean isFigure(String word) {
        return FIGURE.matcher(word).matches();
    }
}
