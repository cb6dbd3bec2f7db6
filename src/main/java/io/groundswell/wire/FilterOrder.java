package io.groundswell.wire;

/** The order of our filters, first to last. A caller learns of a missing key before a missing scope or a bad body. */
public final class FilterOrder {
    public static final int AUTHENTICATE = 1_000;
    public static final int RATE_LIMIT = 1_100;
    public static final int SCOPE = 1_200;
    public static final int BODY = 1_300;

    private FilterOrder() {}
}
