package io.groundswell.generation.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The call to action and the hashtags, which go below a text and share its limit. */
record Ending(String cta, List<String> hashtags) {
    private static final int BLANK_LINE = 2;

    /** The richest ending that leaves {@code wanted} code points of {@code limit} to the text. */
    static Ending of(Material material, int limit, int wanted) {
        int room = Math.max(0, limit - wanted);
        String cta = cta(material, room);
        int left = room - BLANK_LINE - (cta == null ? 0 : Text.length(cta) + BLANK_LINE);
        return new Ending(cta, Hashtags.of(material, Math.min(left, 400)));
    }

    /** How many code points a platform needs for it below the text. */
    int length() {
        int tags = Text.length(String.join(" ", hashtags));
        return (cta == null ? 0 : BLANK_LINE + Text.length(cta)) + (tags == 0 ? 0 : BLANK_LINE + tags);
    }

    private static String cta(Material material, int room) {
        int turn = material.spin("cta");
        String linkTo = material.brief().linkTo();
        List<String> candidates = new ArrayList<>();
        if (linkTo != null && !linkTo.isBlank() && !material.exclusions().touch(linkTo)) {
            List<String> links = material.tone().links();
            for (int i = 0; i < links.size(); i++) {
                candidates.add(Text.nth(links, (long) turn + i) + " " + linkTo.strip());
            }
            candidates.add(linkTo.strip());
        }
        List<String> ctas = material.tone().ctas();
        for (int i = 0; i < ctas.size(); i++) {
            candidates.add(Text.nth(ctas, (long) turn + i));
        }
        ctas.stream().min(Comparator.comparingInt(Text::length)).ifPresent(candidates::add);
        return candidates.stream()
                .filter(cta -> Text.length(cta) + BLANK_LINE <= room)
                .findFirst()
                .orElse(null);
    }
}
