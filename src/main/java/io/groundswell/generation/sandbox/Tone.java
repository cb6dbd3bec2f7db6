package io.groundswell.generation.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a text sounds: its own hooks, closing lines and calls to action, and the words it prefers. */
record Tone(
        String name,
        List<String> names,
        List<Swap> swaps,
        List<String> hooks,
        List<String> closes,
        List<String> ctas,
        List<String> links,
        List<String> emoji) {

    /** A plain wording and what this tone says instead. */
    record Swap(Pattern plain, String instead) {
        static Swap of(String line) {
            String[] sides = line.split(" -> ");
            return new Swap(Pattern.compile("\\b" + Pattern.quote(sides[0]) + "\\b"), sides[1]);
        }
    }

    static Tone of(Block block) {
        return new Tone(
                block.name(),
                block.all("also").stream()
                        .flatMap(line -> Text.words(line).stream())
                        .toList(),
                block.all("swap").stream().map(Swap::of).toList(),
                block.all("hook"),
                block.all("close"),
                block.all("cta"),
                block.all("link"),
                block.all("emoji").stream()
                        .flatMap(line -> Text.words(line).stream())
                        .toList());
    }

    boolean isCalled(String word) {
        return name.equals(word) || names.contains(word);
    }

    String reword(String line) {
        String worded = line;
        for (Swap swap : swaps) {
            worded = swap.plain().matcher(worded).replaceAll(Matcher.quoteReplacement(swap.instead()));
        }
        return worded;
    }

    /** This tone as far as {@code say} lets its lines pass. */
    Tone said(Function<String, Optional<String>> say) {
        return new Tone(
                name,
                names,
                swaps,
                Angle.passed(hooks, say),
                Angle.passed(closes, say),
                Angle.passed(ctas, say),
                Angle.passed(links, say),
                emoji);
    }
}
