package io.groundswell.database;

/** A question took longer than callers wait for, though none of its statements did. */
public final class OutOfTimeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutOfTimeException() {
        super("There was more to count than in the time of a question");
    }
}
