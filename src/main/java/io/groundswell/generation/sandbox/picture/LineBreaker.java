package io.groundswell.generation.sandbox.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Breaks one-line text at spaces, and inside words only where a word alone is wider than the line. */
record LineBreaker(Style style, double size) {
    private static final String ELLIPSIS = "…";

    List<String> lines(String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            for (String piece : pieces(word, width)) {
                String longer = line.isEmpty() ? piece : line + " " + piece;
                if (width(longer) <= width) {
                    line = longer;
                } else {
                    lines.add(line);
                    line = piece;
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }

    private List<String> pieces(String word, double width) {
        if (width(word) <= width) {
            return List.of(word);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int character : word.codePoints().toArray()) {
            if (!piece.isEmpty() && width(piece.toString() + Character.toString(character)) > width) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    double longestWord(String text) {
        return Stream.of(text.split(" ")).mapToDouble(this::width).max().orElse(0);
    }

    /** The first {@code count} lines, the last one ending in an ellipsis if there were more. */
    List<String> shorten(List<String> lines, int count, double width) {
        if (lines.size() <= count) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, count));
        if (count > 0) {
            kept.set(count - 1, withEllipsis(kept.get(count - 1), width));
        }
        return kept;
    }

    private String withEllipsis(String line, double width) {
        String rest = line;
        while (!rest.isEmpty() && width(rest + ELLIPSIS) > width) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest.strip() + ELLIPSIS;
    }

    private double width(String text) {
        return style.width(text, size);
    }
}
