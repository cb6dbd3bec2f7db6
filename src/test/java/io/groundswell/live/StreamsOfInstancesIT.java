package io.groundswell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Listener;
import io.groundswell.testing.RunningServer;
import io.groundswell.testing.Tracker;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database. */
class StreamsOfInstancesIT {
    @TempDir
    Path data;

    @Test
    void what_one_instance_takes_is_told_by_the_others_and_streams_outlive_an_instance() throws Exception {
        try (var first = RunningServer.start(Files.createDirectory(data.resolve("first")));
                var second = RunningServer.beside(first, Files.createDirectory(data.resolve("second")))) {
            var key = first.credential("AAK_API_KEY");
            var token = first.openSite();
            // An event on one is told by the other within a second, once both have told some
            var stream = Listener.at(second.url(), key, null).connected();
            var took = new ArrayList<Long>();
            for (var event = 0; event < 20; event++) {
                var began = System.nanoTime();
                track(first, token, "u" + event);
                var told = stream.events(1).get(0);
                took.add((System.nanoTime() - began) / 1_000_000);
                assertThat(told.json().getString("user_id")).isEqualTo("u" + event);
            }
            assertThat(took.subList(10, 20)).allMatch(milliseconds -> milliseconds < 1_000);
            // The places are counted together
            var others = new ArrayList<Listener>();
            for (var number = 0; number < 9; number++) {
                others.add(Listener.at((number % 2 == 0 ? first : second).url(), key, null)
                        .connected());
            }
            assertThat(Listener.at(first.url(), key, null).status()).isEqualTo(429);
            assertThat(Listener.at(second.url(), key, null).status()).isEqualTo(429);
            // One that stops ends its streams, frees their places, and the other one goes on where it stopped
            track(first, token, "last");
            var last = stream.events(1).get(0).id();
            var began = System.nanoTime();
            second.stop();
            assertThat(stream.ends()).isTrue();
            assertThat((System.nanoTime() - began) / 1_000_000_000).isLessThan(15);
            track(first, token, "missed");
            var again = Listener.at(first.url(), key, last);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.connected().events(1).get(0).data()).contains("missed");
            others.forEach(Listener::close);
            again.close();
        }
    }

    private static void track(RunningServer server, String token, String user) {
        RestAssured.given()
                .baseUri(server.url())
                .header("User-Agent", Tracker.BROWSER)
                .contentType("application/json")
                .body(Map.of("token", token, "event", "page_view", "user_id", user))
                .post("/track")
                .then()
                .statusCode(202);
    }
}
