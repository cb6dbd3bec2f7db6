package io.groundswell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Listener;
import io.groundswell.testing.Rows;
import io.groundswell.testing.SiteOnFriday;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers who leave before anything was told to them, as browsers do whose page is loaded again. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BriefReaderTest extends SiteOnFriday {
    private static final int PLACES = 10;

    @Inject
    Rows rows;

    @ParameterizedTest
    @CsvSource({"false, 0", "true, 0", "false, 10", "true, 10", "true, 12", "false, 30", "true, 30"})
    void keep_no_place(boolean reset, long after) throws Exception {
        var readers = new ArrayList<Socket>();
        for (var n = 0; n < PLACES; n++) {
            readers.add(ask());
        }
        for (var reader : readers) {
            Thread.sleep(after);
            reader.setSoLinger(reset, 0);
            reader.close();
        }
        assertThat(taken()).isZero();
        try (var stream = Listener.open(site.organization().aak(), null)) {
            assertThat(stream.status()).isEqualTo(200);
        }
    }

    private Socket ask() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write("GET /stream HTTP/1.1\r\nHost: localhost\r\nX-API-Key: %s\r\n\r\n"
                        .formatted(site.organization().aak())
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** How many places are taken, once none have been for a while or it was waited for long enough. */
    private int taken() throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var taken = count();
        for (var free = 0; free < 10 && System.nanoTime() < end; free = taken == 0 ? free + 1 : 0) {
            Thread.sleep(50);
            taken = count();
        }
        return taken;
    }

    private int count() {
        return Integer.parseInt(rows.texts("select count(*) from open_stream where organization_id = '%s'"
                        .formatted(site.owner().organizationId()))
                .get(0));
    }
}
