package io.groundswell.generation.sandbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One way to look at a subject, and what can be said from there. */
record Angle(
        String name,
        List<String> titles,
        List<String> hooks,
        List<String> points,
        List<Step> steps,
        List<String> closes,
        Ballot ballot) {

    /** Something to do, without a full stop, and why; the reason is empty where it may not be said. */
    record Step(String act, String reason) {
        static Step of(String line) {
            String[] sides = line.split(" \\| ");
            return new Step(sides[0], sides[1]);
        }

        Optional<Step> said(Function<String, Optional<String>> say) {
            return say.apply(act).map(text -> new Step(text, say.apply(reason).orElse("")));
        }
    }

    /** A question with the answers to choose from; null where it may not be asked. */
    record Ballot(String question, List<String> options) {}

    static Angle of(Block block) {
        String[] poll = block.all("poll").get(0).split(" \\| ");
        List<String> options = Arrays.asList(poll).subList(1, poll.length);
        return new Angle(
                block.name(),
                block.all("title"),
                block.all("hook"),
                block.all("point"),
                block.all("step").stream().map(Step::of).toList(),
                block.all("close"),
                new Ballot(poll[0], options));
    }

    /** This angle as far as {@code say} lets its lines pass. */
    Angle said(Function<String, Optional<String>> say, Function<String, Optional<String>> plainly) {
        return new Angle(
                name,
                passed(titles, plainly),
                passed(hooks, say),
                passed(points, say),
                steps.stream()
                        .map(step -> step.said(say))
                        .flatMap(Optional::stream)
                        .toList(),
                passed(closes, say),
                asked(plainly));
    }

    boolean isUsable() {
        return !points.isEmpty() || !steps.isEmpty();
    }

    List<String> acts() {
        return steps.stream().map(Step::act).toList();
    }

    private Ballot asked(Function<String, Optional<String>> say) {
        List<String> options = passed(ballot.options(), say);
        return say.apply(ballot.question())
                .filter(question -> options.size() >= 2)
                .map(question -> new Ballot(question, options))
                .orElse(null);
    }

    static List<String> passed(List<String> lines, Function<String, Optional<String>> say) {
        return lines.stream().map(say).flatMap(Optional::stream).distinct().toList();
    }
}
