package io.groundswell.generation.sandbox;

import io.groundswell.generation.Brand;
import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.WritingBrief;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that may be said in answer to one brief: its topic, and the word lists as far as tone, style, wishes and
 * excluded topics let them pass.
 *
 * @param subject what the topic is about: "self-hosting" in "common mistakes with self-hosting"
 * @param brand the brand's name, or null when it may not or cannot be named
 * @param home the name of the angle that the topic asks for, or null
 */
record Material(
        WritingBrief brief,
        Wishes wishes,
        Manner manner,
        Exclusions exclusions,
        Wording wording,
        String topic,
        String subject,
        String brand,
        Audience audience,
        Tone tone,
        List<Angle> angles,
        String home) {
    // Not a noun phrase, so no sentence can be built around it.
    private static final Pattern CLAUSE = Pattern.compile("(?i)^(?:how|why|what|when|where|if|that|we|i|you) ");

    static Material of(WritingBrief brief, Phrasebook phrasebook, Grammar grammar, Topics topics) {
        Brand brand = brief.brand();
        Wishes wishes = Wishes.in(brief.feedback());
        Exclusions exclusions = Exclusions.of(brief.excludedTopics(), brand.avoid(), wishes.avoided());
        String tone =
                brief.tone() == null || brief.tone().isBlank() ? brand.voice().tone() : brief.tone();
        Manner manner = Manner.of(phrasebook, tone, brand.voice().writingStyle(), wishes);
        Subjects subjects = Subjects.of(brand, brief.objectives(), List.of(), brief.missionName(), exclusions, grammar);
        String topic = topic(brief, subjects, exclusions);
        Theme theme = topics.theme(topic);
        String name = Phrases.clean(brand.name());
        String named = name.isEmpty() || Text.length(name) > 40 || exclusions.touch(name) ? null : name;
        Wording wording = new Wording(manner, exclusions, topic, theme.subject(), named, subjects.audience());
        List<Angle> angles = phrasebook.angles(manner).stream()
                .map(angle -> angle.said(wording::say, wording::plainly))
                .filter(Angle::isUsable)
                .toList();
        if (angles.isEmpty()) {
            throw ProviderFailure.permanent("The excluded topics leave nothing to say about this topic.");
        }
        return new Material(
                brief,
                wishes,
                manner,
                exclusions,
                wording,
                topic,
                theme.subject(),
                named,
                subjects.audience(),
                phrasebook.tone(manner).said(wording::say),
                angles,
                theme.angle());
    }

    /** The brief's topic, or the nearest thing to it that is not excluded. */
    private static String topic(WritingBrief brief, Subjects subjects, Exclusions exclusions) {
        return Stream.concat(
                        Stream.of(spoken(brief.topic()), spoken(Strands.subject(brief.pillar()))),
                        subjects.all().stream())
                .filter(topic -> !topic.isEmpty() && !exclusions.touch(topic))
                .findFirst()
                .orElse("this");
    }

    private static String spoken(String topic) {
        String phrase = Phrases.clean(topic);
        return CLAUSE.matcher(phrase).find() ? "" : Phrases.inSentence(Phrases.shorten(phrase, Phrases.LONGEST));
    }

    /** The text, or null where an excluded topic is in it. */
    String allowed(String text) {
        return exclusions.touch(text) ? null : text;
    }

    /** Like {@link Text#hash}, different for each text and mixed with {@code salt}. */
    int spin(String salt) {
        return Text.hash(brief.contentId(), brief.version(), brief.feedback(), salt);
    }
}
