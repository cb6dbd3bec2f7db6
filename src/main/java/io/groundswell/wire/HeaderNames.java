package io.groundswell.wire;

/** Headers that more than one class knows. */
public final class HeaderNames {
    public static final String REQUEST_ID = "X-Request-ID";
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String IDEMPOTENCY_REPLAYED = "Idempotency-Replayed";

    private HeaderNames() {}
}
