package io.groundswell.generation.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One block of a word list: the name after {@code =} and the lines below it; {@code #} lines are remarks. */
record Block(String name, List<String> lines) {

    static List<Block> read(String file) {
        List<Block> blocks = new ArrayList<>();
        for (String line : text(file).split("\n")) {
            if (line.startsWith("= ")) {
                blocks.add(new Block(line.substring(2), new ArrayList<>()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                blocks.get(blocks.size() - 1).lines().add(line);
            }
        }
        return blocks;
    }

    /** The lines that start with {@code key: }, without it. */
    List<String> all(String key) {
        String prefix = key + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Block.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The word list " + file + " is not part of this build.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
