package io.groundswell.upload;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What became of the lines of a file. */
public final class UploadReport {
    private static final int MOST_REFUSALS = 100;

    /** What lines may be about. */
    public enum Part {
        CREATORS,
        VIDEOS,
        SNAPSHOTS
    }

    /**
     * @param added what was not there before
     * @param known what was there already, as it is told
     */
    public record Taken(long added, long known) {
        Taken plus(Taken more) {
            return new Taken(added + more.added, known + more.known);
        }
    }

    public record Refused(long line, String message) {}

    private final Map<Part, Taken> taken = new EnumMap<>(Part.class);
    /** The last of the first ones on top. */
    private final PriorityQueue<Refused> refusals =
            new PriorityQueue<>(Comparator.comparingLong(Refused::line).reversed());

    private long refused;
    private long last;
    private boolean complete = true;

    UploadReport() {
        for (var part : Part.values()) {
            taken.put(part, new Taken(0, 0));
        }
    }

    void take(Part part, Taken more) {
        taken.merge(part, more, Taken::plus);
    }

    void refuse(Refused line) {
        refused++;
        refusals.add(line);
        if (refusals.size() > MOST_REFUSALS) {
            refusals.poll();
        }
    }

    void reach(long line) {
        last = line;
    }

    /** Where the last line begins that was read; 0 before the first one. */
    long last() {
        return last;
    }

    /** Nothing comes after what was refused last. */
    void breakOff() {
        complete = false;
    }

    /** Whether all lines of the file were read. */
    public boolean isComplete() {
        return complete;
    }

    public Taken of(Part part) {
        return taken.get(part);
    }

    public long refused() {
        return refused;
    }

    public long lines() {
        return refused
                + taken.values().stream()
                        .mapToLong(one -> one.added + one.known)
                        .sum();
    }

    /** The first of them, by line. */
    public List<Refused> refusals() {
        return refusals.stream().sorted(Comparator.comparingLong(Refused::line)).toList();
    }
}
