package io.groundswell.generation.sandbox;

import io.groundswell.generation.sandbox.Angle.Step;
import io.groundswell.mission.Platform;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines around the opening pair: what follows it, what closes it, and what a reviewer asked to have mentioned. */
record Talk(Material material, Pick pick) {

    /** {@code count} more sentences from the pick's angle, in their order, without the one already said. */
    List<String> points(int skip, int count) {
        return following(pick.angle().points(), pick.point(), skip).limit(count).toList();
    }

    /** The first {@code count} steps that the opening does not name yet. */
    List<Step> steps(int count) {
        String told = pick.point().toLowerCase(Locale.ROOT);
        return pick.angle().steps().stream()
                .filter(step -> !told.contains(step.act().toLowerCase(Locale.ROOT)))
                .limit(count)
                .toList();
    }

    List<String> acts(int count) {
        return steps(count).stream().map(Step::act).toList();
    }

    /** A last line of at most {@code room} code points, a question if one was asked for; empty when none fits. */
    String close(int room) {
        List<String> closes =
                closes().filter(close -> Text.length(close) <= room).toList();
        List<String> questions =
                closes.stream().filter(close -> close.endsWith("?")).toList();
        List<String> usable = material.wishes().wantQuestion() && !questions.isEmpty() ? questions : closes;
        String close = Text.nth(usable, pick.lap() + material.brief().number());
        return close == null ? "" : close;
    }

    /** The angle's lines and the tone's in turns; those of the angle name the subject. */
    private Stream<String> closes() {
        List<String> toned = material.tone().closes();
        List<String> own = pick.angle() == null ? List.of() : pick.angle().closes();
        return IntStream.range(0, toned.size())
                .boxed()
                .flatMap(i -> Stream.of(toned.get(i), own.isEmpty() ? toned.get(i) : Text.nth(own, i)));
    }

    /** Two of three texts in a tone that uses emoji get one, except where readers expect plain text. */
    String emoji() {
        Platform platform = material.brief().platform();
        boolean plain = platform == Platform.LINKEDIN
                || platform == Platform.BLOG
                || !material.manner().emojis();
        int turn = material.spin("emoji");
        return plain || turn % 3 == 0 || material.tone().emoji().isEmpty()
                ? ""
                : " " + Text.nth(material.tone().emoji(), turn / 3);
    }

    /** What a reviewer's wishes put at the end, a mention or a question, in at most {@code room}; empty without wish. */
    static String lastWords(Material material, int room) {
        String mention = material.allowed(mention(material));
        String heard = mention != null && Text.length(mention) <= room ? mention : "";
        int left = room - Text.length(heard) - 1;
        String question = !material.wishes().wantQuestion()
                ? ""
                : new Talk(material, new Pick(null, "", "", material.spin("close"))).close(left);
        return Text.join(" ", heard, question);
    }

    private static String mention(Material material) {
        List<String> wanted = material.wishes().mentions().stream()
                .filter(words -> !material.exclusions().touch(words))
                .toList();
        return switch (wanted.size()) {
            case 0 -> "";
            case 1 -> "This goes for " + wanted.get(0) + " as well.";
            default ->
                "This goes for " + String.join(", ", wanted.subList(0, wanted.size() - 1)) + " and "
                        + wanted.get(wanted.size() - 1) + " as well.";
        };
    }

    private static Stream<String> following(List<String> lines, String said, int skip) {
        int place = lines.indexOf(said);
        return Stream.iterate(1, i -> i + 1)
                .limit(lines.size())
                .map(i -> Text.nth(lines, (long) place + i))
                .filter(line -> !line.equals(said))
                .skip(skip);
    }
}
