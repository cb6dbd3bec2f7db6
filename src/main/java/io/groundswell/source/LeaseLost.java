package io.groundswell.source;

/** Somebody else looks it up by now, or it is gone: nothing of this is kept. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLost() {
        super("The claim is not good any more", null, false, false);
    }
}
