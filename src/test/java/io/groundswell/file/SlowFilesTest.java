package io.groundswell.file;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Tracking;
import io.groundswell.testing.Website;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files of two organizations that have all places and hardly come, and one of another organization. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Timeout(120)
class SlowFilesTest {
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Pattern TOLD = Pattern.compile(
            "its place is needed.* ([\\d,]+) lines were read, the last at line ([\\d,]+): ([\\d,]+) of them are taken, 0 refused");

    @Inject
    Rows rows;

    /** Where an organization sends its files to. */
    private record Target(String path, String header, String value, String firstLine, String line) {
        static Target ofEvents() {
            var site = Website.open();
            return new Target(
                    "/projects/" + site.id() + "/import",
                    "X-API-Key",
                    site.organization().aak(),
                    "event,timestamp\n",
                    "%s,2026-06-01T09:00:00Z\n");
        }

        static Target ofCreators() {
            var tracking = Tracking.begin(Map.of());
            return new Target(
                    "/api/v1/projects/" + tracking.project() + "/import",
                    "Authorization",
                    "Bearer " + tracking.organization().tga(),
                    "handle\n",
                    "%s\n");
        }

        int send() {
            return given().header(header, value)
                    .contentType("application/json")
                    .body(firstLine + line.formatted("quick"))
                    .post(path)
                    .statusCode();
        }
    }

    private static final class Slow implements AutoCloseable {
        private final Target target;
        private final String name;
        private final Socket socket = new Socket("localhost", RestAssured.port);
        private final StringBuilder answer = new StringBuilder();
        private int sent;

        Slow(Target target, String name) throws IOException {
            this.target = target;
            this.name = name;
            socket.setSoTimeout(20);
            write("POST %s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .formatted(target.path(), target.header(), target.value()));
            piece(target.firstLine());
            goOn();
        }

        void goOn() throws IOException {
            piece(target.line().formatted(name + sent++));
        }

        private void piece(String text) throws IOException {
            write("%x\r\n%s\r\n".formatted(text.length(), text));
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        }

        String answer() throws IOException {
            try {
                for (var next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    answer.append((char) next);
                }
            } catch (SocketTimeoutException nothingYet) {
                // Comes later.
            }
            return answer.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private final String own = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private final List<Slow> files = new ArrayList<>();

    @BeforeEach
    void begin() {
        Api.setClock(NOW);
    }

    @AfterEach
    void end() throws IOException {
        Api.resetClock();
        for (var file : files) {
            file.close();
        }
    }

    @Test
    void of_events_give_a_place_up_and_keep_what_came() throws Exception {
        giveAPlaceUp(Target::ofEvents, "select count(*) from event where name ~ '^%s[0-9]+$'");
    }

    @Test
    void of_creators_give_a_place_up_and_keep_what_came() throws Exception {
        giveAPlaceUp(Target::ofCreators, "select count(*) from creator where handle ~ '^%s[0-9]+$'");
    }

    private void giveAPlaceUp(Supplier<Target> organization, String count) throws Exception {
        var ada = organization.get();
        var bob = organization.get();
        var cleo = organization.get();
        // One that comes while another file is read may be refused itself.
        while (cleo.send() != 503) {
            files.add(new Slow(ada, "%s.%d.".formatted(own, files.size())));
            files.add(new Slow(bob, "%s.%d.".formatted(own, files.size())));
        }
        Api.setClock(NOW.plus(Duration.ofMinutes(2)));

        var sent = CompletableFuture.supplyAsync(cleo::send);
        var told = TOLD.matcher("");
        Slow ended = null;
        while (ended == null) {
            assertThat(sent.isDone() && sent.join() != 200).as("refused").isFalse();
            for (var file : files) {
                try {
                    file.goOn();
                } catch (SocketException answered) {
                    // Its answer is still to be read.
                }
                if (told.reset(file.answer()).find()) {
                    ended = file;
                    break;
                }
            }
        }

        assertThat(ended.answer()).startsWith("HTTP/1.1 503").containsIgnoringCase("Retry-After: 10");
        assertThat(sent.get()).isEqualTo(200);
        var lines = Integer.parseInt(told.group(1));
        assertThat(lines).isPositive();
        assertThat(told.group(2)).isEqualTo(Integer.toString(lines + 1));
        assertThat(told.group(3)).isEqualTo(Integer.toString(lines));
        assertThat(rows.count(count.formatted(ended.name))).isEqualTo(lines);
        assertThat(sendOn(ended).get(30, TimeUnit.SECONDS)).isPositive();
    }

    /** As those do who read no answer before they have sent all. */
    private static CompletableFuture<Integer> sendOn(Slow file) {
        return CompletableFuture.supplyAsync(() -> {
            var sent = 0;
            try {
                for (; sent < 2_000; sent++) {
                    file.piece("x".repeat(10_000));
                }
            } catch (IOException closed) {
                return -sent;
            }
            return sent;
        });
    }
}
