package io.groundswell.generation.sandbox;

import io.groundswell.content.Copy;
import io.groundswell.generation.sandbox.Angle.Step;
import java.util.List;
import java.util.stream.Stream;

/** A single post: a hook, what follows from it, and on platforms with room a short list. */
final class PostForm implements Form {
    /** Below this, so few openings fit that a mission's posts would begin to resemble each other. */
    private static final int LEAST_OPENING = 175;

    private static final int TERSE_OPENING = 110;
    private static final List<String> LIST_HEADINGS =
            List.of("Worth trying with {subject}:", "What helps with {subject}:", "A few simple steps:");
    private final Phrasebook phrasebook;

    PostForm(Phrasebook phrasebook) {
        this.phrasebook = phrasebook;
    }

    /** How much text the platform's readers expect. */
    private enum Size {
        SHORT,
        MEDIUM,
        LONG,
        ESSAY;

        static Size of(Material material) {
            Size usual =
                    switch (material.brief().platform()) {
                        case TWITTER, TIKTOK, BLUESKY -> SHORT;
                        case THREADS, FACEBOOK, YOUTUBE, INSTAGRAM, MASTODON -> MEDIUM;
                        case LINKEDIN -> LONG;
                        case BLOG -> ESSAY;
                    };
            int wished = usual.ordinal() + material.wishes().length();
            return values()[Math.max(0, Math.min(values().length - 1, wished))];
        }

        boolean isAtLeast(Size other) {
            return compareTo(other) >= 0;
        }
    }

    @Override
    public Copy write(Material material) {
        int limit = material.brief().maxCharacters();
        Size size = Size.of(material);
        String last = Talk.lastWords(material, limit / 3);
        int kept = last.isEmpty() ? 0 : Text.length(last) + 2;
        Ending ending = Ending.of(material, limit, LEAST_OPENING + kept);
        int room = limit - ending.length();
        boolean terse = size == Size.SHORT && material.wishes().length() < 0;
        Pick pick = Pick.from(
                material,
                Math.min(room - kept, terse ? TERSE_OPENING : 400),
                terse ? Pick.Second.SHORT : Pick.Second.POINT_OR_STEPS);
        Sheet sheet = new Sheet(room - kept);
        fill(sheet, new Talk(material, pick), size, terse || !last.isEmpty());
        String primary = Text.join("\n\n", sheet.toString(), last);
        return new Copy(
                primary,
                null,
                pick.hook(),
                primary.substring(pick.hook().length()).strip(),
                ending.cta(),
                ending.hashtags(),
                null,
                material.allowed("Illustrated card about " + material.topic() + " with the line: " + pick.hook()),
                null,
                null,
                null,
                null);
    }

    private void fill(Sheet sheet, Talk talk, Size size, boolean closed) {
        Material material = talk.material();
        Flow flow = new Flow(material);
        int more = size == Size.SHORT ? 0 : size == Size.MEDIUM ? 1 : 2;
        List<String> opening =
                flow.of(Stream.concat(Stream.of(talk.pick().hook(), talk.pick().point()), talk.points(0, more).stream())
                        .toList());
        sheet.add(opening.get(0));
        sheet.add(opening.get(1));
        opening.stream().skip(2).forEach(point -> sheet.add(" ", point));
        if (size.isAtLeast(Size.LONG)) {
            String heading = Text.nth(LIST_HEADINGS, material.spin("list"));
            List<String> steps = size == Size.LONG ? talk.acts(3) : told(talk.steps(4));
            sheet.addList(material.wording().plainly(heading).orElse(""), "• ", flow.of(steps));
            sheet.addSentences(flow.of(talk.points(2, size == Size.LONG ? 1 : 3)));
            Snippets.of(material, phrasebook).ifPresent(sheet::add);
        }
        if (!closed) {
            sheet.add(talk.close(sheet.left() - 2));
        }
        sheet.add("", talk.emoji());
    }

    private static List<String> told(List<Step> steps) {
        return steps.stream()
                .map(step -> Text.join(" ", step.act() + ".", step.reason()))
                .toList();
    }
}
