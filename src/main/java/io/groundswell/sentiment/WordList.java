package io.groundswell.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** English words and phrases with a valence from -5 to 5. */
final class WordList {
    /** The most words of a phrase. */
    static final int LONGEST = 3;

    private static final String FILE = "afinn-165.tsv";

    private final Map<String, Integer> valences;

    private WordList(Map<String, Integer> valences) {
        this.valences = valences;
    }

    /** Read when it is first needed. */
    static WordList afinn() {
        return Read.AFINN;
    }

    private static final class Read {
        static final WordList AFINN = read();
    }

    private static WordList read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordList.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            return new WordList(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> Integer.valueOf(entry[1]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param words in lower case, one space between two; null when they are not in the list */
    Integer valence(String words) {
        return valences.get(words);
    }
}
