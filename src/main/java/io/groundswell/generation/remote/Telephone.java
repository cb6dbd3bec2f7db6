package io.groundswell.generation.remote;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Sends a request and waits for the whole answer, no longer than is allowed. Follows no redirects: a key is at stake. */
final class Telephone {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            // Some servers of local models lose the body of a request that offers them more.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpResponse<String> call(String url, Map<String, List<String>> headers, String body, Duration timeout) {
        var request = HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        var answer = http.sendAsync(request.build(), info -> new BoundedBody(MOST_BYTES, StandardCharsets.UTF_8));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw timeout("did not answer within " + timeout.toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw timeout("was not waited for, since the server stops", stopped);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        }
    }

    private static RemoteFailure failure(Throwable cause) {
        var unreachable = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException
                // Before anything of the request was sent.
                || cause instanceof SSLHandshakeException;
        return unreachable
                ? new RemoteFailure(RemoteFailure.Reason.UNREACHABLE, "cannot be reached", null, cause)
                : timeout("broke off in the middle of a call", cause);
    }

    private static RemoteFailure timeout(String message, Throwable cause) {
        return new RemoteFailure(RemoteFailure.Reason.TIMEOUT, message, null, cause);
    }
}
