package io.groundswell.wire.envelope;

/** What an envelope's other key holds: null, always. {@link Void} would be left out. */
public final class Nothing {
    private Nothing() {}
}
