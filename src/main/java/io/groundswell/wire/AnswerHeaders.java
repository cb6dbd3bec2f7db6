package io.groundswell.wire;

import io.vertx.core.http.HttpServerResponse;

/**
 * What every answer tells browsers, whatever it is: to take it for nothing but what it says it is, and to come back encrypted.
 *
 * @param transport null where nothing is said about it
 */
record AnswerHeaders(String transport) {
    static AnswerHeaders of(WireConfig config) {
        var seconds = config.strictTransport().toSeconds();
        return new AnswerHeaders(
                seconds > 0 && config.publicUrl().startsWith("https://") ? "max-age=" + seconds : null);
    }

    void put(HttpServerResponse response) {
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (transport != null) {
            response.putHeader("Strict-Transport-Security", transport);
        }
    }
}
