package io.groundswell.wire.idempotency;

/** Ends a repeated call with the answer that the first one got. */
public final class Replay extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String body;

    Replay(int status, String body) {
        super("replayed", null, false, false);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public String body() {
        return body;
    }
}
