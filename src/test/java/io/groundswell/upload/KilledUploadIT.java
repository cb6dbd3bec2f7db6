package io.groundswell.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.RunningServer;
import io.groundswell.testing.Tracking;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server, and the database with it, are killed while they read a file. Sent again, it comes to what one clean run comes to. */
class KilledUploadIT {
    private static final int VIDEOS = 20;
    private static final int SNAPSHOTS = 60_000;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path data;

    @Test
    void a_file_that_was_being_read_is_sent_again() throws Exception {
        try (var server = RunningServer.start(data)) {
            var clean = project(server);
            assertThat(send(server, clean).statusCode()).isEqualTo(200);

            var broken = project(server);
            var sending = client.sendAsync(request(server, broken), BodyHandlers.discarding());
            awaitSnapshots(server, broken, SNAPSHOTS / 3);
            server.kill();
            server.killDatabase();
            assertThat(sending).failsWithin(Duration.ofSeconds(30));
            server.start();
            assertThat(snapshots(server, broken)).isBetween(SNAPSHOTS / 3L, SNAPSHOTS - 1L);
            var answer = send(server, broken);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"refused\":0");
            assertThat(snapshots(server, broken)).isEqualTo(SNAPSHOTS);
            assertThat(state(server, broken)).isEqualTo(state(server, clean)).hasSizeGreaterThan(SNAPSHOTS);
        }
    }

    private static String project(RunningServer server) {
        return RestAssured.given()
                .baseUri(server.url())
                .header("Authorization", "Bearer " + server.credential("TGA_API_KEY"))
                .contentType("application/json")
                .body(Map.of("name", "Spring"))
                .post("/api/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("data.id");
    }

    private static String file() {
        var file = new StringBuilder("handle,video_url,at,views\nada,,,\n");
        for (var video = 1; video <= VIDEOS; video++) {
            file.append("ada,%s,,\n".formatted(Tracking.address(video)));
        }
        for (var snapshot = 0; snapshot < SNAPSHOTS; snapshot++) {
            var at = FIRST.plus(Duration.ofHours(snapshot / VIDEOS));
            file.append(",%s,%s,%d\n".formatted(Tracking.address(1 + snapshot % VIDEOS), at, snapshot));
        }
        return file.toString();
    }

    private static HttpRequest request(RunningServer server, String project) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/projects/" + project + "/import"))
                .header("Authorization", "Bearer " + server.credential("TGA_API_KEY"))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file()))
                .build();
    }

    private HttpResponse<String> send(RunningServer server, String project) throws IOException, InterruptedException {
        return client.send(request(server, project), BodyHandlers.ofString());
    }

    private static void awaitSnapshots(RunningServer server, String project, long many) throws Exception {
        var patience = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (snapshots(server, project) < many) {
            assertThat(System.nanoTime()).isLessThan(patience);
            Thread.sleep(20);
        }
    }

    private static long snapshots(RunningServer server, String project) {
        return server.count("select count(*) from tracked_snapshot join video v using (id) where program_id = '%s'"
                .formatted(project));
    }

    /** All that is measured, by what it is called. */
    private static List<List<String>> state(RunningServer server, String project) {
        return server.rows("""
                with thing as (
                    select id, handle as name from creator where program_id = '%1$s'
                    union all select id, url from video where program_id = '%1$s')
                select concat_ws(' ', name, s.at, s.told, s.reset, s.views) from thing join tracked_snapshot s using (id)
                union all
                select concat_ws(' ', name, d.day, d.views, d.views_level, d.views_change) from thing join tracked_day d using (id)
                union all
                select concat_ws(' ', name, c.day, c.views, c.views_known, c.views_change) from thing join creator_day c on c.creator_id = thing.id
                order by 1""".formatted(project));
    }
}
