package io.groundswell.generation.sandbox;

import java.util.ArrayList;
import java.util.List;

/** A text that grows paragraph by paragraph and takes only what still fits; lengths are in code points. */
final class Sheet {
    private final StringBuilder text = new StringBuilder();
    private final int room;

    Sheet(int room) {
        this.room = room;
    }

    /** Adds {@code words} behind {@code gap}, or leaves the text as it is and answers false. */
    boolean add(String gap, String words) {
        if (words == null || words.isEmpty()) {
            return false;
        }
        String more = text.length() == 0 ? words : gap + words;
        if (Text.length(more) > left()) {
            return false;
        }
        text.append(more);
        return true;
    }

    boolean add(String words) {
        return add("\n\n", words);
    }

    /** A paragraph of as many of the sentences as fit. */
    void addSentences(List<String> sentences) {
        String gap = "\n\n";
        for (String sentence : sentences) {
            gap = add(gap, sentence) ? " " : gap;
        }
    }

    /** A heading line and its entries, or nothing when fewer than two entries fit. */
    void addList(String heading, String bullet, List<String> entries) {
        List<String> lines = new ArrayList<>();
        int left = left() - Text.length(heading) - 2;
        for (String entry : entries) {
            String line = bullet + entry;
            left -= Text.length(line) + 1;
            if (left >= 0) {
                lines.add(line);
            }
        }
        if (lines.size() >= 2) {
            add(Text.join("\n", heading, String.join("\n", lines)));
        }
    }

    int left() {
        return Math.max(0, room - Text.length(text.toString()));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
