package io.groundswell.live;

/**
 * What a reader of a stream is told.
 *
 * @param arrival with {@link Kind#EVENT}, else null
 */
public record Signal(Kind kind, Arrival arrival) {
    static final Signal BEGIN = new Signal(Kind.BEGIN, null);
    static final Signal ALIVE = new Signal(Kind.ALIVE, null);

    /** What it is about. */
    public enum Kind {
        BEGIN,
        EVENT,
        /** Nothing happened, and the stream is there. */
        ALIVE
    }

    static Signal of(Arrival arrival) {
        return new Signal(Kind.EVENT, arrival);
    }
}
