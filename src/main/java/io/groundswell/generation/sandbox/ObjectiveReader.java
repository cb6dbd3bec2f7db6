package io.groundswell.generation.sandbox;

import io.groundswell.generation.sandbox.Grammar.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds subject and audience of an objective by rules: a leading verb tells whether people, an outcome or the subject
 * itself come next, and a connector ("about", "how", "for") tells where the subject begins. Better nothing than a
 * fragment: what is not a sound noun phrase is dropped.
 */
final class ObjectiveReader {
    private static final Pattern CLAUSES =
            Pattern.compile("(?i)[.;!?:]+(?=\\s|$)|[\\n,]| [-–—]+ | so that | in order to | because | and then ");
    private static final Pattern TAIL = Pattern.compile("(?i)\\s+(?:by (?:[-+]?\\d|at least|the end|end of|next|this"
            + "|\\p{L}+ing\\b)|to \\d|within|before|until|from \\d|per|in (?:\\d+|q[1-4]|the (?:next|coming))\\b"
            + "|(?:this|next) (?:year|month|quarter|week|season|spring|summer|autumn|winter)|every|each|while|using|via"
            + "|through|instead)(?:\\s.*|\\d.*|$)");
    private static final Set<String> CLAUSE = Set.of("how", "why", "that", "what", "when");
    private static final Set<String> TOPICAL =
            Set.of("about", "on", "of", "with", "in", "into", "around", "for", "to", "at", "towards", "behind");
    private static final Set<String> PERSONAL =
            Set.of("among", "amongst", "for", "to", "with", "from", "of", "across", "by", "between", "in");
    private static final Set<String> PLACING = Set.of("on", "in", "across", "throughout", "around");
    private static final Set<String> BECOMING = Set.of("position", "become", "be", "establish", "make");
    private static final Set<String> RANK =
            Set.of("as", "name", "leader", "leading", "go-to", "choice", "voice", "known", "authority", "reference");
    private static final Set<String> PRONOUNS = Set.of("we", "you", "they", "i", "it", "everyone", "anyone");

    private static final Set<String> OWNED = Set.of("our", "their", "your", "the", "a", "an", "more");

    private final Grammar grammar;
    private final NounPhrase noun;

    ObjectiveReader(Grammar grammar) {
        this.grammar = grammar;
        this.noun = new NounPhrase(grammar);
    }

    Objective read(String text) {
        String objective = text == null ? "" : text.replace('’', '\'');
        boolean shouted = objective.length() > 12 && objective.equals(objective.toUpperCase(Locale.ROOT));
        List<List<String>> clauses = CLAUSES.splitAsStream(shouted ? objective.toLowerCase(Locale.ROOT) : objective)
                .map(clause -> TAIL.matcher(Phrases.clean(clause)).replaceFirst(""))
                .map(clause -> withoutPlace(Text.words(clause)))
                .filter(words -> !words.isEmpty())
                .toList();
        return IntStream.range(0, clauses.size())
                .mapToObj(i -> clause(clauses.get(i), i == 0))
                .reduce(Objective.UNCLEAR, Objective::or)
                .withoutVague(grammar);
    }

    private Objective clause(List<String> words, boolean first) {
        boolean asks = CLAUSE.contains(words.get(0).toLowerCase(Locale.ROOT));
        List<String> said = after(words, word -> grammar.is(Role.INTRO, word));
        if (said.isEmpty()) {
            return Objective.UNCLEAR;
        }
        String verb = said.get(0).toLowerCase(Locale.ROOT);
        List<String> rest = said.subList(1, said.size());
        if (BECOMING.contains(verb) && rest.stream().anyMatch(word -> RANK.contains(word.toLowerCase(Locale.ROOT)))) {
            return Objective.about(lastTopic(rest), audience(rest));
        }
        if (!rest.isEmpty() && rest.get(0).equals("to")) {
            return reaching(rest.subList(1, rest.size()));
        }
        Objective reached = grammar.is(Role.REACH, verb) ? reaching(rest) : Objective.UNCLEAR;
        if (reached != Objective.UNCLEAR) {
            return reached;
        }
        boolean acts = grammar.is(Role.GOAL, verb) || grammar.is(Role.REACH, verb) || grammar.isGoalForm(verb);
        if (acts && !rest.isEmpty()) {
            return wanting(rest);
        }
        return asks ? Objective.about(stating(said), audience(said)) : first ? named(said) : Objective.UNCLEAR;
    }

    /** "[Help] small teams ship faster", "[Show] developers how simple self-hosting can be". */
    private Objective reaching(List<String> words) {
        for (int i = 1; i < Math.min(words.size(), 6); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            boolean connects = CLAUSE.contains(word) || TOPICAL.contains(word);
            String audience = noun.people(words.subList(0, i));
            if (audience != null && (connects || grammar.is(Role.VERB, word) || grammar.is(Role.GRASP, word))) {
                List<String> rest = words.subList(connects ? i + 1 : i, words.size());
                return CLAUSE.contains(word)
                        ? Objective.about(null, audience).or(stated(rest))
                        : Objective.about(connects ? connected(word, rest) : doing(rest), audience);
            }
        }
        String audience = noun.people(words);
        return audience == null ? Objective.UNCLEAR : Objective.about(null, audience);
    }

    private String connected(String word, List<String> rest) {
        boolean goesOn = word.equals("with") && grammar.any(Role.VERB, rest);
        return word.equals("to") ? acting(rest) : goesOn ? null : noun.subject(rest);
    }

    /** "[Raise] awareness of API design among developers", "[Launch] our new mobile app". */
    private Objective wanting(List<String> words) {
        if (CLAUSE.contains(words.get(0).toLowerCase(Locale.ROOT))) {
            return stated(words.subList(1, words.size()));
        }
        for (int i = Math.min(3, words.size() - 1); i > 0; i--) {
            String people = noun.people(words.subList(0, i));
            if (people != null) {
                return Objective.about(firstTopic(words, i), people);
            }
        }
        List<String> goal = words.stream()
                .takeWhile(word -> !grammar.is(Role.STOP, word) || grammar.is(Role.LEADING, word))
                .toList();
        boolean outcome = !goal.isEmpty() && grammar.is(Role.OUTCOME, goal.get(goal.size() - 1));
        String found = outcome ? null : noun.subject(words);
        found = found == null ? firstTopic(words, goal.size()) : found;
        found = found == null && outcome ? qualifier(goal) : found;
        String channel = words.stream()
                .filter(word -> grammar.is(Role.CHANNEL, word))
                .findFirst()
                .orElse(null);
        return new Objective(
                found, channel == null ? null : "the " + channel.toLowerCase(Locale.ROOT), audience(words));
    }

    /** Not an act but a thing, and only when it is all there is: "Zero-downtime deployments for small teams". */
    private Objective named(List<String> words) {
        List<String> phrase =
                words.stream().takeWhile(word -> !PERSONAL.contains(word)).toList();
        boolean act = phrase.size() == 1 && grammar.is(Role.GOAL, phrase.get(0));
        String subject = noun.isSound(phrase) && !act ? noun.subject(phrase) : null;
        if (phrase.size() == 1 && words.size() > 2 && audience(words) == null) {
            subject = firstTopic(words, 1);
        }
        String people = noun.people(phrase);
        return Objective.about(subject, people == null ? audience(words) : people);
    }

    /** "newsletter signups" is about the newsletter only; "API adoption" is a subject; "a running club" is running. */
    private String qualifier(List<String> goal) {
        List<String> before = goal.subList(0, goal.size() - 1);
        boolean gathers = grammar.is(Role.GATHERING, goal.get(goal.size() - 1));
        return noun.subject(before) == null ? null : noun.subject(gathers ? before : goal);
    }

    private Objective stated(List<String> words) {
        List<String> bare = after(words, word -> grammar.is(Role.ADJECTIVE, word));
        for (int i = 1; i <= Math.min(3, bare.size()); i++) {
            String people = noun.people(bare.subList(0, i));
            if (people != null) {
                return Objective.about(doing(bare.subList(i, bare.size())), people);
            }
        }
        return Objective.about(stating(bare), audience(bare));
    }

    /** "self-hosting can be", "to write tests", "we build our API". */
    private String stating(List<String> words) {
        List<String> bare = after(words, word -> grammar.is(Role.ADJECTIVE, word) || grammar.is(Role.FINITE, word));
        if (bare.isEmpty()) {
            return null;
        }
        String head = bare.get(0).toLowerCase(Locale.ROOT);
        return head.equals("to") || PRONOUNS.contains(head) ? acting(bare.subList(1, bare.size())) : noun.subject(bare);
    }

    /** What follows "to" is a verb, even one that no list knows. */
    private String acting(List<String> words) {
        List<String> act = after(words, word -> grammar.is(Role.STOP, word));
        String known = doing(act);
        return known != null || act.isEmpty() || grammar.is(Role.GRASP, act.get(0)) || grammar.is(Role.GOAL, act.get(0))
                ? known
                : activity(act.get(0), act.subList(1, act.size()));
    }

    /** "ship faster" is shipping faster; "understand screen time" is screen time. */
    private String doing(List<String> words) {
        List<String> act = after(words, word -> grammar.is(Role.STOP, word) || grammar.is(Role.ADJECTIVE, word));
        if (act.isEmpty() || grammar.is(Role.GRASP, act.get(0))) {
            return act.isEmpty() ? null : noun.subject(after(act.subList(1, act.size()), TOPICAL::contains));
        }
        return grammar.is(Role.VERB, act.get(0)) ? activity(act.get(0), act.subList(1, act.size())) : null;
    }

    private String activity(String verb, List<String> words) {
        List<String> object = after(words, word -> OWNED.contains(word)).stream()
                .takeWhile(word -> !grammar.is(Role.STOP, word))
                .toList();
        List<String> phrase =
                Stream.concat(Stream.of(Grammar.gerund(verb)), object.stream()).toList();
        return noun.isSound(phrase) ? String.join(" ", phrase) : null;
    }

    private String firstTopic(List<String> words, int from) {
        return topics(words, from).findFirst().orElse(null);
    }

    private String lastTopic(List<String> words) {
        return topics(words, 0).reduce((first, last) -> last).orElse(null);
    }

    private Stream<String> topics(List<String> words, int from) {
        return IntStream.range(from, words.size() - 1)
                .filter(i -> TOPICAL.contains(words.get(i)))
                .mapToObj(i -> noun.subject(words.subList(i + 1, words.size())))
                .filter(subject -> subject != null);
    }

    private String audience(List<String> words) {
        return IntStream.range(0, words.size() - 1)
                .filter(i -> PERSONAL.contains(words.get(i)))
                .mapToObj(i -> noun.people(words.subList(i + 1, words.size())))
                .filter(people -> people != null)
                .findFirst()
                .orElse(null);
    }

    /** Without "on LinkedIn" or "in Europe", which say where and not what. */
    private List<String> withoutPlace(List<String> words) {
        for (int i = 1; i + 1 < words.size(); i++) {
            int place = words.get(i + 1).equalsIgnoreCase("the") ? i + 2 : i + 1;
            boolean last = place + 1 >= words.size()
                    || grammar.is(Role.STOP, words.get(Math.min(place + 1, words.size() - 1)));
            if (PLACING.contains(words.get(i))
                    && place < words.size()
                    && last
                    && grammar.is(Role.PLACE, words.get(place))) {
                return words.subList(0, i);
            }
        }
        return words;
    }

    private static List<String> after(List<String> words, Predicate<String> skipped) {
        return words.stream().dropWhile(skipped).toList();
    }
}
