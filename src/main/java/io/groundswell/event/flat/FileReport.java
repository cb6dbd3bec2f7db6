package io.groundswell.event.flat;

import io.groundswell.event.flat.FileLines.Line;
import java.util.ArrayList;
import java.util.List;

/** What became of the lines of a file of events. */
final class FileReport {
    private static final int MOST_REFUSALS = 100;

    private final List<Line> refusals = new ArrayList<>();
    private long last;
    private long accepted;
    private long refused;
    private boolean complete = true;

    void reach(long line) {
        last = line;
    }

    void accept(long lines) {
        accepted += lines;
    }

    void refuse(Line line) {
        refused++;
        if (refusals.size() < MOST_REFUSALS) {
            refusals.add(line);
        }
    }

    /** After this one nothing can be read: whoever sent the file must learn where. */
    void breakOff(Line line) {
        refused++;
        refusals.add(line);
        complete = false;
    }

    /** Where the last line begins that was read; 0 before the first one. */
    long last() {
        return last;
    }

    long accepted() {
        return accepted;
    }

    long refused() {
        return refused;
    }

    /** Whether all lines of the file were read. */
    boolean isComplete() {
        return complete;
    }

    /** The first of them, and the one that nothing was read after. */
    List<Line> refusals() {
        return List.copyOf(refusals);
    }
}
