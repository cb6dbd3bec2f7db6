package io.groundswell.generation.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The word lists, read once. */
final class Phrasebook {
    private final List<Angle> angles =
            Block.read("angles.txt").stream().map(Angle::of).toList();
    private final List<Tone> tones =
            Block.read("tones.txt").stream().map(Tone::of).toList();
    // Rewording takes thousands of patterns, and there are only as many results as tones.
    private final Map<String, List<Angle>> worded = new ConcurrentHashMap<>();
    private final List<Block> snippets = Block.read("snippets.txt");

    /** All angles, worded in a manner's tone. */
    List<Angle> angles(Manner manner) {
        return worded.computeIfAbsent(manner.tone().name(), tone -> angles.stream()
                .map(angle -> angle.said(line -> Optional.of(manner.reword(line)), Optional::of))
                .toList());
    }

    /** The tone's own lines, which need no other words but its contractions. */
    Tone tone(Manner manner) {
        return manner.tone().said(line -> Optional.of(manner.contract(line)));
    }

    List<Block> snippets() {
        return snippets;
    }

    /** The tone that the first known word of {@code wish} calls for, neutral if there is none. */
    Tone tone(String wish) {
        String known = wish == null ? "" : wish.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ");
        return Text.words(known).stream()
                .flatMap(word -> tones.stream().filter(tone -> tone.isCalled(word)))
                .findFirst()
                .orElse(tones.get(0));
    }
}
