package io.groundswell.wire.page;

import io.vertx.core.http.HttpServerResponse;

/** What every page tells the browser: run nothing, embed nothing, keep nothing, and pass the address on to nobody. */
public final class PageHeaders {
    /** Images and videos come from this server alone; a script from nowhere. */
    private static final String POLICY = "default-src 'none'; style-src '%s'; img-src 'self'; media-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String CONTENT_SECURITY_POLICY = policy(Style.TEXT);

    private PageHeaders() {}

    public static void put(HttpServerResponse response) {
        putPublic(response, CONTENT_SECURITY_POLICY);
        response.putHeader("X-Robots-Tag", "noindex, nofollow").putHeader("Cache-Control", "no-store");
    }

    /** Of a page that is about nobody, and that anybody may find and keep. */
    public static void putPublic(HttpServerResponse response, String policy) {
        response.putHeader("Content-Security-Policy", policy)
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Frame-Options", "DENY");
    }

    /** @param style the only style sheet that applies, which stands within the page */
    public static String policy(String style) {
        return POLICY.formatted(Style.hash(style));
    }
}
