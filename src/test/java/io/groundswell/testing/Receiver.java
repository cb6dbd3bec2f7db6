package io.groundswell.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A program of somebody who is told of events. */
public final class Receiver implements AutoCloseable {
    /** Instead of a status: the connection is closed without an answer. */
    public static final int BROKEN = 0;

    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"(evt_\\w{16})\"");

    private final Vertx vertx = Vertx.vertx();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private final ToIntFunction<Received> answer;
    private final Queue<Integer> deaths = new ConcurrentLinkedQueue<>();
    private final int port;
    private volatile boolean dead;

    /** What arrived. */
    public record Received(String path, String event, String delivery, String signature, String body) {
        public String eventId() {
            var matcher = ID.matcher(body);
            return matcher.find() ? matcher.group(1) : null;
        }

        /** As a receiver checks it: any of the values may be the one. */
        public boolean isSignedWith(String secret) {
            var parts = Arrays.asList(signature.split(","));
            var time = parts.get(0).substring("t=".length());
            return parts.subList(1, parts.size()).contains("v1=" + hmac(secret, time + "." + body));
        }

        public List<String> signatures() {
            return new ArrayList<>(Arrays.asList(signature.split(",")).subList(1, signature.split(",").length));
        }
    }

    private Receiver(ToIntFunction<Received> answer) {
        this.answer = answer;
        this.port = vertx.createHttpServer()
                .requestHandler(this::receive)
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Once so many calls have arrived it takes none any more and breaks off all connections, until it is revived. */
    public void dieAfter(int... calls) {
        Arrays.stream(calls).forEach(deaths::add);
    }

    /** Whether it was dead. */
    public boolean revive() {
        var was = dead;
        dead = false;
        return was;
    }

    private boolean isDead() {
        var next = deaths.peek();
        if (next != null && received.size() >= next && deaths.remove(next)) {
            dead = true;
        }
        return dead;
    }

    /** @param answer the status of the answer, or {@link #BROKEN} */
    public static Receiver answering(ToIntFunction<Received> answer) {
        return new Receiver(answer);
    }

    private void receive(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var one = new Received(
                    request.path(),
                    request.getHeader("X-AMP-Event"),
                    request.getHeader("X-AMP-Delivery"),
                    request.getHeader("X-AMP-Signature"),
                    body.toString(StandardCharsets.UTF_8));
            if (isDead()) {
                request.connection().close();
                return;
            }
            received.add(one);
            var status = answer.applyAsInt(one);
            if (status == BROKEN) {
                request.connection().close();
            } else {
                request.response().setStatusCode(status).end("answer " + status);
            }
        });
    }

    public static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** In the order of arrival. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public void forget() {
        received.clear();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
