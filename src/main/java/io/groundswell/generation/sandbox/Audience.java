package io.groundswell.generation.sandbox;

import io.groundswell.generation.sandbox.Grammar.Role;
import java.util.Locale;

/**
 * The people a mission talks to.
 *
 * @param name a plural: "small teams"
 * @param member what goes behind "if you": "are a developer", "work in a small team"; null where that sounds wrong
 */
record Audience(String name, String member) {

    static Audience of(String name, Grammar grammar) {
        int last = name.lastIndexOf(' ') + 1;
        String single = singular(name.substring(last));
        if (single == null || grammar.is(Role.FACELESS, single)) {
            return new Audience(name, null);
        }
        String one = article(name) + " " + name.substring(0, last) + single;
        return new Audience(name, (grammar.is(Role.CROWD, single) ? "work in " : "are ") + one);
    }

    private static String singular(String plural) {
        String word = plural.toLowerCase(Locale.ROOT);
        if (word.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (word.endsWith("sses")) {
            return plural.substring(0, plural.length() - 2);
        }
        return word.endsWith("s") ? plural.substring(0, plural.length() - 1) : null;
    }

    private static String article(String phrase) {
        return phrase.matches("(?i)(?:[aeio]|u(?!s|ni)|HR |MBA |SEO |SRE ).*") ? "an" : "a";
    }
}
