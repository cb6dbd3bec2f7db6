package io.groundswell.generation.sandbox;

import io.groundswell.generation.ProviderFailure;
import io.groundswell.generation.WritingBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The opening of one text: a hook and the sentence after it. All pairs that fit the room are numbered, those of the
 * angle that the topic asks for first. An item's number walks through these, and then through the others, with a stride
 * that visits every pair once; so no two items of a mission open alike until all pairs are used, and then the lap tells
 * which other closing line to take.
 *
 * @param point empty when the room takes one sentence only
 * @param lap how often all pairs were used before
 */
record Pick(Angle angle, String hook, String point, long lap) {

    /** What may follow a hook. */
    enum Second {
        POINT,
        POINT_OR_STEPS,
        SHORT
    }

    static Pick from(Material material, int room, Second second) {
        List<Pick> home = new ArrayList<>();
        List<Pick> others = new ArrayList<>();
        for (Angle angle : material.angles()) {
            List<Pick> pairs = angle.name().equals(material.home()) ? home : others;
            List<String> hooks = Stream.concat(angle.hooks().stream(), material.tone().hooks().stream())
                    .toList();
            for (String point : points(material, angle, second)) {
                hooks.stream()
                        .filter(hook -> Text.length(hook) + 2 + Text.length(point) <= room)
                        .forEach(hook -> pairs.add(new Pick(angle, hook, point, 0)));
            }
        }
        return home.isEmpty() && others.isEmpty()
                ? nth(List.of(), singles(material, room), material.brief())
                : nth(home, others, material.brief());
    }

    private static List<String> points(Material material, Angle angle, Second second) {
        Stream<String> points =
                angle.points().stream().filter(point -> second != Second.SHORT || Text.length(point) <= 100);
        return Stream.concat(points, second == Second.POINT ? Stream.of() : recipes(material, angle.acts()))
                .toList();
    }

    /** Three neighbouring steps in one sentence: a step alone says too little. */
    private static Stream<String> recipes(Material material, List<String> acts) {
        return material.wording().plainly("Three steps help with {subject}: ").stream()
                .flatMap(lead -> IntStream.rangeClosed(0, acts.size() - 3)
                        .mapToObj(i -> acts.subList(i, i + 3).stream()
                                .map(Text::uncapitalized)
                                .toList())
                        .map(three -> lead + three.get(0) + ", " + three.get(1) + ", and " + three.get(2) + "."));
    }

    private static List<Pick> singles(Material material, int room) {
        List<Pick> singles = material.angles().stream()
                .flatMap(angle -> Stream.of(
                                angle.hooks().stream(),
                                angle.points().stream(),
                                angle.acts().stream().map(act -> act + "."))
                        .flatMap(lines -> lines)
                        .filter(line -> Text.length(line) <= room)
                        .map(line -> new Pick(angle, line, "", 0)))
                .toList();
        if (singles.isEmpty()) {
            throw ProviderFailure.permanent("No whole sentence fits into " + room + " characters.");
        }
        return singles;
    }

    private static Pick nth(List<Pick> home, List<Pick> others, WritingBrief brief) {
        long count = (long) home.size() + others.size();
        long slot = brief.number() % count;
        boolean atHome = slot < home.size();
        List<Pick> ring = atHome ? home : others;
        long rewrites = (brief.version() - 1) * (ring.size() / 2L + 1);
        long wishes = brief.feedback() == null ? 0 : 1 + Text.hash(brief.feedback()) % (ring.size() / 4 + 1);
        long place = Text.hash(brief.missionName()) % ring.size() + slot - (atHome ? 0 : home.size());
        Pick pick = Text.nth(ring, (place + rewrites + wishes) * stride(ring.size()));
        return new Pick(pick.angle(), pick.hook(), pick.point(), brief.number() / count + rewrites + wishes);
    }

    /** Near the golden section, so that neighbours differ in hook, angle and sentence, and without a common divisor. */
    private static long stride(long count) {
        long stride = Math.max(1, Math.round(count * 0.618));
        while (gcd(stride, count) != 1) {
            stride++;
        }
        return stride;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
