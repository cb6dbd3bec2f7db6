package io.groundswell.generation.flat;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.testing.Api;
import io.groundswell.testing.ContentFixture;
import io.groundswell.testing.Rows;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MediaPlacesTest {
    private static final String PATH = "/media/AReaderWhoTakesItsTime1234.png";
    /** More than sockets have room for. */
    private static final int BYTES = 16 << 20;

    @Inject
    MediaPlaces places;

    @Inject
    ContentFixture contents;

    @Inject
    Rows rows;

    @Test
    @Timeout(60)
    void who_reads_slowly_holds_a_place_and_no_more_than_there_are() throws Exception {
        var owner = new Owner(Api.organization().id(), Mode.TEST);
        var content = contents.draft(owner, contents.mission(owner));
        rows.change("""
                insert into media values ('AReaderWhoTakesItsTime1234', '%s', 'TEST', '%s', 'png',
                    decode(repeat('ab', %d), 'hex'), now())""".formatted(owner.organizationId(), content, BYTES));
        for (var others = 0; others < 30; others++) {
            places.take();
        }
        try (var one = slowReader();
                var another = slowReader()) {
            var refused = RestAssured.get(PATH);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("5");
            assertThat(refused.<String>path("error")).isEqualTo("UNAVAILABLE");

            hangUp(another);

            var fetched = RestAssured.get(PATH);
            while (fetched.statusCode() == 503) {
                Thread.sleep(50);
                fetched = RestAssured.get(PATH);
            }
            assertThat(fetched.header("Content-Length")).isEqualTo(Integer.toString(BYTES));
            assertThat(fetched.contentType()).isEqualTo("image/png");
            assertThat(fetched.asByteArray()).hasSize(BYTES);
            assertThat(RestAssured.head(PATH).statusCode()).isEqualTo(200);
            assertThat(RestAssured.get("/media/NothingNothingNothing12345.png").statusCode())
                    .isEqualTo(404);
            assertThat(RestAssured.get(PATH).statusCode()).isEqualTo(200);
            assertThat(one.isClosed()).isFalse();
        } finally {
            for (var others = 0; others < 30; others++) {
                places.giveBack();
            }
        }
    }

    private static Socket slowReader() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("localhost", RestAssured.port));
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                .isEqualTo("HTTP/1.1 200");
        return socket;
    }

    private static void hangUp(Socket socket) throws IOException {
        socket.close();
    }
}
