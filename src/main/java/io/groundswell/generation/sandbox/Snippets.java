package io.groundswell.generation.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Picks a code snippet for a technical text. */
final class Snippets {
    private Snippets() {}

    /** An introduction and the code below it, when the brief asks for code and speaks of something technical. */
    static Optional<String> of(Material material, Phrasebook phrasebook) {
        if (!material.brief().includeCodeSnippets()) {
            return Optional.empty();
        }
        String about = String.join(
                " ",
                material.topic(),
                String.valueOf(material.brief().pillar()),
                String.join(" ", material.brief().objectives()),
                String.join(" ", material.brief().brand().topics()));
        List<String> words = List.of(about.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}+#]+"));
        return words.stream()
                .flatMap(word -> phrasebook.snippets().stream()
                        .filter(block -> Set.of(block.name().split(" ")).contains(word)))
                .distinct()
                .map(block -> material.manner().reword(block.lines().get(0)) + "\n"
                        + String.join(
                                "\n", block.lines().subList(1, block.lines().size())))
                .filter(snippet -> !material.exclusions().touch(snippet))
                .findFirst();
    }
}
