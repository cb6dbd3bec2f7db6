package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.NOT_SENT;
import static io.groundswell.outbound.OutboundFailure.Kind.NO_ANSWER;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;

/**
 * HTTP/1.1 to one given address. The host's name still stands in the request, and its certificate must be for that name;
 * nothing is looked up again in between.
 */
final class Transport {
    /**
     * No call waits for a connection that others hold, so that it is the target's own doing when it gets none: one for each call, and as
     * many for those that were given up and have not come to their end yet.
     */
    private static final int CONNECTIONS_PER_TARGET = 2 * Outbound.AT_ONCE;

    private static final int CONNECT_MILLIS = 5_000;
    private static final int IDLE_SECONDS = 4;
    private static final int HEADER_BYTES = 32 * 1024;

    private final Vertx vertx;
    private final HttpClient client;

    Transport(Vertx vertx, HttpClientOptions options) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options);
    }

    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setMaxPoolSize(CONNECTIONS_PER_TARGET)
                .setConnectTimeout(CONNECT_MILLIS)
                // Most servers close an idle connection after five seconds or more: ours is gone before.
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(HEADER_BYTES)
                .setMaxInitialLineLength(HEADER_BYTES)
                .setVerifyHost(true)
                .setTrustAll(false);
    }

    /** Tries one address after the other until one takes the connection. */
    Answer send(Call call, List<InetAddress> addresses, TimeLimit limit, Reading reading) {
        OutboundFailure unreached = null;
        for (var address : addresses) {
            try {
                return exchange(call, connect(call, address, limit), limit, reading);
            } catch (OutboundFailure failure) {
                if (failure.kind() != NOT_SENT) {
                    throw failure;
                }
                unreached = unreached == null ? failure : unreached;
            }
        }
        throw unreached;
    }

    private HttpClientRequest connect(Call call, InetAddress address, TimeLimit limit) {
        var connecting = client.request(options(call, address));
        var host = Targets.host(call.address());
        try {
            return limit.await(connecting.toCompletionStage().toCompletableFuture(), NOT_SENT, "Connecting to " + host);
        } catch (ExecutionException e) {
            throw new OutboundFailure(NOT_SENT, "No connection to " + host + ": " + reason(e.getCause()), e.getCause());
        } catch (OutboundFailure late) {
            connecting.onSuccess(HttpClientRequest::reset);
            throw late;
        }
    }

    private static RequestOptions options(Call call, InetAddress address) {
        var uri = call.address();
        var secure = "https".equalsIgnoreCase(uri.getScheme());
        var port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.method()))
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(Targets.host(uri))
                .setPort(port)
                .setSsl(secure)
                .setFollowRedirects(false)
                .setURI(path(URI.create(uri.toASCIIString())));
        call.headers().forEach(options::addHeader);
        return options;
    }

    private static String path(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private Answer exchange(Call call, HttpClientRequest request, TimeLimit limit, Reading reading) {
        var host = Targets.host(call.address());
        // Told by the future as well; without a handler it would be logged.
        request.exceptionHandler(failure -> {});
        // Before the call is sent: once an answer is in, it can no longer be read.
        var head = request.response();
        var answer = head.compose(response -> reading.of(response, vertx));
        send(request, call);
        try {
            limit.await(head.toCompletionStage().toCompletableFuture(), NO_ANSWER, "The answer of " + host);
            return limit.orAtLeast(reading.longest())
                    .await(answer.toCompletionStage().toCompletableFuture(), NO_ANSWER, "The answer of " + host);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OutboundFailure known
                    ? known
                    : new OutboundFailure(NO_ANSWER, host + " broke the connection off", e.getCause());
        } catch (OutboundFailure late) {
            request.reset();
            throw late;
        }
    }

    /** What goes wrong with it is told by the answer that does not come. */
    private static void send(HttpClientRequest request, Call call) {
        if (call.hasBody()) {
            request.end(Buffer.buffer(call.body()));
        } else {
            request.end();
        }
    }

    /** In a few words of our own: those of the machine may tell more than an outsider should learn. */
    private static String reason(Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            if (at instanceof SSLException) {
                return "its certificate or its TLS is not trusted";
            }
        }
        return "it was refused, or nobody answered";
    }

    void close() {
        client.close();
    }
}
