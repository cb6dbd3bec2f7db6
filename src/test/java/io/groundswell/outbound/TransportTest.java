package io.groundswell.outbound;

import static io.groundswell.outbound.OutboundFailure.Kind.NOT_SENT;
import static io.groundswell.outbound.OutboundFailure.Kind.NO_ANSWER;
import static io.groundswell.outbound.OutboundFailure.Kind.TOO_LARGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.JksOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers on this machine, which all answer to the name {@code hooks.example}. */
class TransportTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Vertx vertx = Vertx.vertx();
    private final Transport transport = new Transport(vertx, Transport.options());
    private final List<String> received = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        transport.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private int serve(HttpServerOptions options) {
        return vertx.createHttpServer(options)
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            received.add(request.method() + " " + request.uri() + " " + request.getHeader("Host") + " " + body);
            switch (request.path()) {
                case "/moved" ->
                    request.response()
                            .setStatusCode(302)
                            .putHeader("Location", "/elsewhere")
                            .end();
                case "/endless" -> request.response().setChunked(true).write(Buffer.buffer(new byte[700_000]));
                case "/large" -> request.response().end(Buffer.buffer(new byte[Reading.MOST_BYTES + 1]));
                case "/full" -> request.response().end(Buffer.buffer(new byte[Reading.MOST_BYTES]));
                case "/begun" -> request.response().setChunked(true).write("begun");
                case "/broken-off" ->
                    request.response().setChunked(true).write("begun").onComplete(written -> request.connection()
                            .close());
                case "/silent" -> received.add("silent");
                case "/broken" -> request.connection().close();
                default -> request.response().putHeader("X-One", "1").end("fine");
            }
        });
    }

    private Answer send(Call call) {
        return send(call, Reading.WHOLE);
    }

    private Answer send(Call call, Reading reading) {
        return transport.send(call, List.of(HERE), TimeLimit.of(call.timeout()), reading);
    }

    private OutboundFailure failure(Call call) {
        return catchThrowableOfType(OutboundFailure.class, () -> send(call));
    }

    private static URI at(String scheme, int port, String path) {
        return URI.create(scheme + "://hooks.example:" + port + path);
    }

    @Test
    void a_call_goes_to_the_given_address_under_the_name_of_its_host() {
        var port = serve(new HttpServerOptions());
        var answer = send(Call.post(at("http", port, "/in?a=1"), "text/plain", "hello".getBytes()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("fine");
        assertThat(answer.header("x-one")).contains("1");
        assertThat(received).containsExactly("POST /in?a=1 hooks.example:" + port + " hello");
    }

    @Test
    void what_is_no_ascii_in_an_address_is_escaped() {
        var port = serve(new HttpServerOptions());
        send(Call.get(at("http", port, "/é/%C3%A9?ü=😀")));
        assertThat(received).containsExactly("GET /%C3%A9/%C3%A9?%C3%BC=%F0%9F%98%80 hooks.example:" + port + " ");
    }

    @Test
    void an_answer_is_read_however_soon_it_comes() throws Exception {
        var port = serve(new HttpServerOptions());
        var calls = Stream.<Callable<Answer>>generate(() -> () -> send(Call.get(at("http", port, "/"))))
                .limit(20_000)
                .toList();
        var threads = Executors.newFixedThreadPool(8);
        for (var call : threads.invokeAll(calls)) {
            assertThat(call.get().text()).isEqualTo("fine");
        }
        threads.shutdown();
    }

    @Test
    void a_redirect_is_not_followed() {
        var port = serve(new HttpServerOptions());
        assertThat(send(Call.get(at("http", port, "/moved"))).status()).isEqualTo(302);
        assertThat(received).hasSize(1);
    }

    @Test
    void an_answer_of_a_mebibyte_is_read_and_a_larger_one_is_not() {
        var port = serve(new HttpServerOptions());
        assertThat(send(Call.get(at("http", port, "/full"))).body()).hasSize(Reading.MOST_BYTES);
        assertThat(failure(Call.get(at("http", port, "/large"))).kind()).isEqualTo(TOO_LARGE);
        assertThat(send(Call.get(at("http", port, "/"))).status()).isEqualTo(200);
    }

    @Test
    void how_an_answer_begins_is_known_however_long_it_is_and_however_long_it_takes() {
        var port = serve(new HttpServerOptions());
        for (var path : List.of("/large", "/endless", "/begun", "/broken-off", "/")) {
            var answer = send(Call.get(at("http", port, path)), Reading.BEGINNING);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).hasSizeBetween(4, 128 * 1024);
        }
        var silent = Call.get(at("http", port, "/silent")).within(Duration.ofSeconds(1));
        assertThat(catchThrowableOfType(OutboundFailure.class, () -> send(silent, Reading.BEGINNING))
                        .kind())
                .isEqualTo(NO_ANSWER);
    }

    @Test
    void whoever_connects_and_does_not_answer_may_have_received_it() {
        var port = serve(new HttpServerOptions());
        for (var path : List.of("/silent", "/broken", "/endless")) {
            var call = Call.get(at("http", port, path + "?a=secret")).within(Duration.ofSeconds(1));
            assertThat(failure(call))
                    .as(path)
                    .hasMessageNotContaining("secret")
                    .extracting(OutboundFailure::kind)
                    .isEqualTo(NO_ANSWER);
        }
        assertThat(received).contains("silent");
    }

    @Test
    void whoever_takes_no_connection_received_nothing() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, HERE)) {
            port = closed.getLocalPort();
        }
        assertThat(failure(Call.get(at("http", port, "/"))).kind()).isEqualTo(NOT_SENT);
    }

    @Test
    void the_next_address_is_tried_when_the_first_takes_no_connection() throws IOException {
        var port = serve(new HttpServerOptions());
        var nobody = InetAddress.getByName("127.0.0.2");
        var answer = transport.send(
                Call.get(at("http", port, "/")),
                List.of(nobody, HERE),
                TimeLimit.of(Duration.ofSeconds(5)),
                Reading.WHOLE);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_sent_nothing() throws Exception {
        var port = serve(tls("hooks.example"));
        assertThat(failure(Call.get(at("https", port, "/"))).kind()).isEqualTo(NOT_SENT);
        assertThat(received).isEmpty();
    }

    @Test
    void the_certificate_must_be_for_the_name_and_not_for_the_address() throws Exception {
        var named = serve(tls("hooks.example"));
        var other = serve(tls("other.example"));
        var trusting = new Transport(vertx, Transport.options().setTrustOptions(store()));
        var call = Call.get(at("https", named, "/"));
        assertThat(trusting.send(call, List.of(HERE), TimeLimit.of(call.timeout()), Reading.WHOLE)
                        .status())
                .isEqualTo(200);
        var wrong = Call.get(at("https", other, "/"));
        var thrown = catchThrowableOfType(
                OutboundFailure.class,
                () -> trusting.send(wrong, List.of(HERE), TimeLimit.of(wrong.timeout()), Reading.WHOLE));
        assertThat(thrown.kind()).isEqualTo(NOT_SENT);
        assertThat(received).hasSize(1);
    }

    private JksOptions store() {
        return new JksOptions().setPath(folder.resolve("keys").toString()).setPassword("changeit");
    }

    /** A server with a self-signed certificate for that name; all of them are in one store. */
    private HttpServerOptions tls(String name) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-keystore",
                folder.resolve("keys").toString(),
                "-storepass",
                "changeit");
        var done = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(done.waitFor())
                .as(new String(done.getInputStream().readAllBytes()))
                .isZero();
        return new HttpServerOptions().setSsl(true).setKeyCertOptions(store().setAlias(name));
    }
}
