package io.groundswell.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.RunningServer;
import io.groundswell.testing.Tracker;
import io.groundswell.testing.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server, and the database with it, are killed while browsers tell events. A browser tells again what was not
 * acknowledged, under the same {@code event_id}: in the end each event is there once.
 */
class KilledIngestIT {
    private static final int BROWSERS = 6;
    private static final int KILLS = 4;
    /** Acknowledged between two kills. */
    private static final int LOAD = 100;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile String url;
    private volatile boolean over;

    @TempDir
    Path data;

    @Test
    void what_was_acknowledged_is_there_once_whatever_was_killed() throws Exception {
        try (var server = RunningServer.start(data)) {
            var tracker = new Tracker(server.openSite());
            url = server.url();
            var browsers = Executors.newFixedThreadPool(BROWSERS);
            for (var browser = 0; browser < BROWSERS; browser++) {
                browsers.execute(() -> browse(tracker));
            }
            for (var kill = 0; kill < KILLS; kill++) {
                awaitLoad();
                server.kill();
                if (kill % 2 == 1) {
                    server.killDatabase();
                }
                server.start();
                url = server.url();
            }
            awaitLoad();
            over = true;
            browsers.shutdown();
            assertThat(browsers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            assertThat(statuses).contains(0).allMatch(status -> status == 0 || status == 202 || status == 503);
            assertThat(users(server)).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(sessions(server)).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    private void awaitLoad() {
        var before = acknowledged.size();
        Waiting.until(LOAD + " more are acknowledged", () -> acknowledged.size() >= before + LOAD);
    }

    private void browse(Tracker tracker) {
        while (!over) {
            var user = "u" + number.incrementAndGet();
            var event = Tracker.json(tracker.event(
                    "page_view",
                    "user_id",
                    user,
                    "session_id",
                    user,
                    "event_id",
                    UUID.randomUUID().toString()));
            var status = 0;
            while (status != 202) {
                status = tell(event);
                statuses.add(status);
            }
            acknowledged.add(user);
        }
    }

    /** @return 0 when nobody answered */
    private int tell(String event) {
        var request = HttpRequest.newBuilder(URI.create(url + "/track"))
                .header("User-Agent", Tracker.BROWSER)
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException noAnswer) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> users(RunningServer server) throws SQLException {
        return server.texts("select user_id from event");
    }

    /** Those of one event. */
    private static List<String> sessions(RunningServer server) throws SQLException {
        return server.texts("select session_id from session where events = 1");
    }
}
