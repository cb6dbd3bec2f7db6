package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.TOO_LARGE;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes in the body of an answer, up to a limit, so that no stranger fills our memory. */
enum Reading {
    /** All of it, or there is no answer. */
    WHOLE(Duration.ZERO) {
        @Override
        Future<Answer> of(HttpClientResponse response, Vertx vertx) {
            var done = Promise.<Answer>promise();
            var body = Buffer.buffer();
            response.exceptionHandler(done::tryFail);
            response.endHandler(end -> done.tryComplete(answer(response, body)));
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
    },

    /** How it begins, as far as that comes at once: the answer is one by its status alone. */
    BEGINNING(Duration.ofSeconds(2)) {
        @Override
        Future<Answer> of(HttpClientResponse response, Vertx vertx) {
            var done = Promise.<Answer>promise();
            var body = Buffer.buffer();
            var patience = vertx.setTimer(AT_ONCE.toMillis(), over -> breakOff(response, body, done));
            response.exceptionHandler(broken -> done.tryComplete(answer(response, body)));
            response.endHandler(end -> done.tryComplete(answer(response, body)));
            response.handler(part -> {
                body.appendBuffer(part);
                if (body.length() > BEGINNING_BYTES) {
                    breakOff(response, body, done);
                }
            });
            return done.future().onComplete(any -> vertx.cancelTimer(patience));
        }
    };

    static final int MOST_BYTES = 1024 * 1024;
    private static final int BEGINNING_BYTES = 8 * 1024;
    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private final Duration longest;

    Reading(Duration longest) {
        this.longest = longest;
    }

    /** How long this takes at most, once the head is in, where the time for all of the call does not end it. */
    Duration longest() {
        return longest;
    }

    abstract Future<Answer> of(HttpClientResponse response, Vertx vertx);

    private static void breakOff(HttpClientResponse response, Buffer body, Promise<Answer> done) {
        response.request().connection().close();
        done.tryComplete(answer(response, body));
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        return new Answer(response.statusCode(), headers(response), body.getBytes());
    }

    private static Map<String, List<String>> headers(HttpClientResponse response) {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        response.headers().forEach(header -> headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>())
                .add(header.getValue()));
        return headers;
    }
}
