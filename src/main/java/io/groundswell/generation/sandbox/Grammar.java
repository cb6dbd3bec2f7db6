package io.groundswell.generation.sandbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The few word classes that tell what an objective is about. */
final class Grammar {
    // One short vowel between consonants, as in ship, plan and knit.
    private static final Pattern DOUBLING = Pattern.compile("[^aeiou]*[aeiou][bdfgklmnprtz]|begin");

    /** What a word can do in an objective; each has its block in the word list. */
    enum Role {
        INTRO,
        GOAL,
        REACH,
        GRASP,
        LEADING,
        ADJECTIVE,
        TRAILING,
        STOP,
        FINITE,
        OUTCOME,
        GATHERING,
        BROAD,
        CHANNEL,
        OF,
        PLACE,
        PERSON,
        VAGUE,
        CROWD,
        FACELESS,
        FOREIGN,
        VERB;

        boolean isNamed(Block block) {
            return block.name().equals(name().toLowerCase(Locale.ROOT));
        }
    }

    private final Map<Role, Set<String>> words = new EnumMap<>(Role.class);
    private final Map<String, String> fields;

    Grammar() {
        List<Block> blocks = Block.read("grammar.txt");
        for (Role role : Role.values()) {
            blocks.stream().filter(role::isNamed).forEach(block -> words.put(role, words(block)));
        }
        fields = blocks.stream()
                .filter(block -> block.name().equals("field"))
                .flatMap(block -> block.lines().stream())
                .collect(Collectors.toUnmodifiableMap(line -> line.split(" ", 2)[0], line -> line.split(" ", 2)[1]));
    }

    boolean is(Role role, String word) {
        return words.get(role).contains(word.toLowerCase(Locale.ROOT));
    }

    boolean any(Role role, List<String> some) {
        return some.stream().anyMatch(word -> is(role, word));
    }

    /** What people like {@code audience} spend their days on, or null. */
    String field(String audience) {
        List<String> some = Text.words(audience);
        return some.isEmpty() ? null : fields.get(some.get(some.size() - 1).toLowerCase(Locale.ROOT));
    }

    /** ship: shipping, write: writing, learn: learning, tie: tying. */
    static String gerund(String verb) {
        String plain = verb.toLowerCase(Locale.ROOT);
        if (DOUBLING.matcher(plain).matches()) {
            return plain + plain.charAt(plain.length() - 1) + "ing";
        }
        if (plain.endsWith("ie")) {
            return plain.substring(0, plain.length() - 2) + "ying";
        }
        boolean silent = plain.endsWith("e") && !plain.endsWith("ee");
        return (silent ? plain.substring(0, plain.length() - 1) : plain) + "ing";
    }

    /** Whether the word is a form in -ing of a verb that states a goal, as in "growing our audience". */
    boolean isGoalForm(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return plain.endsWith("ing")
                && words.get(Role.GOAL).stream().anyMatch(verb -> gerund(verb).equals(plain));
    }

    private static Set<String> words(Block block) {
        return block.lines().stream()
                .flatMap(line -> Text.words(line).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
