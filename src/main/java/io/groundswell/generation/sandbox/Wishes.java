package io.groundswell.generation.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reviewer's feedback asks for, as far as plain patterns can tell.
 *
 * @param length below 0 for shorter, above 0 for longer
 * @param tone a tone to take instead, or null
 * @param question true to ask one, false to ask none, null when it was not mentioned
 * @param mentions words to bring in
 * @param avoided words to leave out
 */
record Wishes(
        int length,
        boolean noHashtags,
        boolean noEmojis,
        String tone,
        Boolean question,
        List<String> mentions,
        List<String> avoided) {

    private static final String NOT = "(?:no|without|remove|drop|skip|avoid|lose|fewer|less|don't use|do not use)";
    private static final String ANY = "(?: more| the| any| all| those| these)* ?";
    private static final Pattern SHORTER =
            Pattern.compile("\\b(shorter|shorten|too long|more concise|briefer|trim|cut it down)\\b");
    private static final Pattern LONGER =
            Pattern.compile("\\b(longer|too short|more detail|more details|expand|elaborate)\\b");
    private static final Pattern NO_HASHTAGS = Pattern.compile("\\b" + NOT + ANY + "\\b#?hash ?tags?\\b");
    private static final Pattern NO_EMOJIS = Pattern.compile("\\b" + NOT + ANY + "\\bemojis?\\b");
    private static final Pattern NO_QUESTION =
            Pattern.compile("\\b" + NOT + "(?: ending| asking)?(?: a| with)*" + ANY + "\\bquestions?\\b");
    private static final Pattern QUESTION =
            Pattern.compile("\\b(add|ask|include|end with|with|needs?) (?:a |an |some )?(?:\\w+ )?questions?\\b");
    private static final Pattern FORMAL = Pattern.compile(
            "\\b(more|too casual|too informal).{0,12}\\b(formal|professional)\\b|too (casual|informal)");
    private static final Pattern CASUAL = Pattern.compile(
            "\\b(more|less stiff).{0,12}\\b(casual|friendly|relaxed|informal)\\b|less formal|too (formal|stiff)");
    private static final Pattern TONE = Pattern.compile(
            "\\bmore (playful|witty|fun|bold|daring|educational|informative|inspiring|inspirational)\\b");
    private static final Pattern AVOID = Pattern.compile(
            "(?i)\\b(?:don't|do not|never|stop|without|avoid) (?:mention|mentioning|say|saying)(?: the word| about)?"
                    + " [\"'“]?([\\p{L}\\p{N}][^\"'”.,;!?\\n]{0,39})");
    private static final Pattern MENTION =
            Pattern.compile("(?i)\\b(?:mention|include|bring up|refer to|talk about)(?: the word| the words| our| the)?"
                    + " [\"'“]?([\\p{L}\\p{N}][^\"'”.,;!?\\n]{0,39})");
    private static final Pattern OWN_WISH =
            Pattern.compile("(?i).*\\b(questions?|hash ?tags?|emojis?|links?|detail)\\b.*");

    static Wishes in(String feedback) {
        String text = feedback == null ? "" : feedback.replace('’', '\'');
        String lower = text.toLowerCase(Locale.ROOT);
        boolean noQuestion = NO_QUESTION.matcher(lower).find();
        return new Wishes(
                SHORTER.matcher(lower).find() ? -1 : LONGER.matcher(lower).find() ? 1 : 0,
                NO_HASHTAGS.matcher(lower).find(),
                NO_EMOJIS.matcher(lower).find(),
                tone(lower),
                noQuestion ? Boolean.FALSE : QUESTION.matcher(lower).find() ? Boolean.TRUE : null,
                phrases(MENTION, AVOID.matcher(text).replaceAll("")),
                phrases(AVOID, text));
    }

    boolean wantQuestion() {
        return Boolean.TRUE.equals(question);
    }

    boolean forbidQuestions() {
        return Boolean.FALSE.equals(question);
    }

    private static String tone(String lower) {
        Matcher named = TONE.matcher(lower);
        if (named.find()) {
            return named.group(1);
        }
        return FORMAL.matcher(lower).find()
                ? "professional"
                : CASUAL.matcher(lower).find() ? "casual" : null;
    }

    private static List<String> phrases(Pattern pattern, String text) {
        List<String> phrases = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String phrase = matcher.group(1).split(" (?:but|so|please|in|at|as|because|more|too) ")[0];
            for (String part : phrase.split(" and ")) {
                String name = part.replaceFirst("(?i) (please|too|more|again|as well|instead)$", "");
                String clean = Phrases.clean(name.replaceFirst("(?i)^(our|the) ", ""));
                if (!clean.isEmpty() && !OWN_WISH.matcher(clean).matches()) {
                    phrases.add(clean);
                }
            }
        }
        return phrases;
    }
}
