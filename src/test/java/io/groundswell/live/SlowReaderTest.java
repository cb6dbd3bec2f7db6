package io.groundswell.live;

import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Api;
import io.groundswell.testing.Listener;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.groundswell.testing.Website.Visit;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader who stops reading, while much happens. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SlowReaderTest extends SiteOnFriday {
    /** More than sockets have room for. */
    private static final int EVENTS = 9_000;

    private static final String FILLING = "x".repeat(1_000);

    @Inject
    MeterRegistry meters;

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET /stream HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: "
                                + site.organization().aak() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 256);
    }

    private static void awaitConnected(BufferedReader lines) throws IOException {
        var line = lines.readLine();
        while (!line.startsWith("data:")) {
            line = lines.readLine();
        }
    }

    private void tellMuch() {
        site.tell(IntStream.range(0, EVENTS)
                .mapToObj(n -> new Visit("page_view", "u" + n, "s", NOW, Map.of("note", FILLING)))
                .toList());
    }

    private static String user(int number) {
        return "\"user_id\":\"u" + number + "\"";
    }

    @Test
    void holds_up_nobody_and_catches_up_when_it_reads_again() throws Exception {
        try (var socket = connect();
                var other = Listener.open(site.organization().aak(), null)) {
            // Given
            var slow = lines(socket);
            awaitConnected(slow);
            other.connected();
            // When
            tellMuch();
            // Then
            var last = other.events(EVENTS).get(EVENTS - 1);
            assertThat(last.data()).contains(user(EVENTS - 1));
            assertThat(site.ask("/live", "window", 300).getInt("events_per_minute"))
                    .isEqualTo(EVENTS / 5);
            assertThat(data(slow, EVENTS))
                    .zipSatisfy(
                            IntStream.range(0, EVENTS)
                                    .mapToObj(SlowReaderTest::user)
                                    .toList(),
                            (line, user) -> assertThat(line).contains(user));
        }
    }

    /** Fewer where the stream ends before: with an empty chunk, for the connection may go on. */
    private static List<String> data(BufferedReader lines, int most) throws IOException {
        var data = new ArrayList<String>();
        while (data.size() < most) {
            var line = lines.readLine();
            if (line == null || line.equals("0")) {
                break;
            }
            if (line.startsWith("data:")) {
                data.add(line);
            }
        }
        return data;
    }

    @Test
    @Timeout(60)
    void loses_its_place_when_it_reads_nothing_for_a_minute() throws Exception {
        try (var socket = connect();
                var other = Listener.open(site.organization().aak(), null)) {
            // Given
            var slow = lines(socket);
            awaitConnected(slow);
            other.connected();
            tellMuch();
            other.events(EVENTS);
            var others = IntStream.range(0, 8)
                    .mapToObj(n -> Listener.open(site.organization().aak(), null))
                    .toList();
            assertThat(Listener.open(site.organization().aak(), null).status()).isEqualTo(429);
            // When
            var before = stalled();
            Api.setClock(NOW.plusSeconds(600));
            // Then
            while (stalled() == before) {
                Thread.sleep(10);
            }
            // Not before: places are leased by the clock, and who opens a stream takes one that was not renewed since
            // it moved.
            assertThat(opensInTime()).isTrue();
            others.forEach(Listener::close);
            assertThat(data(slow, EVENTS)).hasSizeLessThan(EVENTS).allSatisfy(line -> assertThat(line)
                    .contains("page_view"));
        }
    }

    private double stalled() {
        return meters.counter("groundswell.live.ended", "why", "stalled").count();
    }

    private boolean opensInTime() throws InterruptedException {
        for (var attempt = 0; attempt < 100; attempt++) {
            var status = as(site.organization().aak()).get("/projects").statusCode();
            assertThat(status).isEqualTo(200);
            try (var stream = Listener.open(site.organization().aak(), null)) {
                if (stream.status() == 200) {
                    return true;
                }
            }
            Thread.sleep(100);
        }
        return false;
    }
}
