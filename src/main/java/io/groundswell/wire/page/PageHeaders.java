package io.groundswell.wire.page;

import io.vertx.core.http.HttpServerResponse;

/** What every page tells the browser: run nothing, embed nothing, keep nothing, and pass the address on to nobody. */
public final class PageHeaders {
    /** Images and videos come from this server alone; a script from nowhere. */
    private static final String POLICY = "default-src 'none'; style-src '%s'; img-src 'self'; media-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String CONTENT_SECURITY_POLICY = POLICY.formatted(Style.HASH);

    private PageHeaders() {}

    public static void put(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Robots-Tag", "noindex, nofollow")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cache-Control", "no-store");
    }
}
