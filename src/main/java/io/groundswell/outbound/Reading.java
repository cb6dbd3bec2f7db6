package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.TOO_LARGE;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes an answer in, up to a limit, so that no stranger fills our memory. */
final class Reading {
    static final int MOST_BYTES = 1024 * 1024;

    private Reading() {}

    static Future<Answer> of(Future<HttpClientResponse> coming) {
        return coming.compose(Reading::body);
    }

    private static Future<Answer> body(HttpClientResponse response) {
        var done = Promise.<Answer>promise();
        var body = Buffer.buffer();
        response.exceptionHandler(done::tryFail);
        response.endHandler(
                end -> done.tryComplete(new Answer(response.statusCode(), headers(response), body.getBytes())));
        response.handler(part -> {
            if (body.length() + part.length() > MOST_BYTES) {
                // Before anybody learns of it, so that no other call is given this connection.
                response.request().connection().close();
                done.tryFail(new OutboundFailure(TOO_LARGE, "The answer has more than 1 MiB"));
            } else {
                body.appendBuffer(part);
            }
        });
        return done.future();
    }

    private static Map<String, List<String>> headers(HttpClientResponse response) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach(header -> headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>())
                .add(header.getValue()));
        return headers;
    }
}
