import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Imports one file of snapshots: of 1,000 videos of 100 creators, time after time. First into a project of its own, beside plain COPY
 * of such rows; then into another one, while the server is killed as soon as half of the snapshots are there. Called once more
 * without a process, it sends the file again and compares both projects.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Import <data-directory> <url> <key> <lines> [<process>]}
 */
class Import {
    private static final int CREATORS = 100;
    private static final int VIDEOS = 1_000;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    /** The same rows, by what things are called. */
    private static final String STATE = """
            with thing as (
                select id, handle as name from creator where program_id = '%1$s'
                union all select id, url from video where program_id = '%1$s')
            select md5(string_agg(line, ',' order by line)) from (
                select concat_ws(' ', name, at, told, reset, views, likes) as line from thing join tracked_snapshot using (id)
                union all
                select concat_ws(' ', name, day, views, views_level, likes) from thing join tracked_day using (id)
                union all
                select concat_ws(' ', name, day, views, views_known, views_change) from thing join creator_day on creator_id = thing.id) lines""";

    /** An upgrade is no way to begin with a body of which the end is not known. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String key;
    private final int lines;

    Import(String url, String key, int lines) {
        this.url = url;
        this.key = key;
        this.lines = lines;
    }

    public static void main(String... arguments) throws Exception {
        var bench = new Import(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
        try (var connection = Database.connect(Path.of(arguments[0]))) {
            if (arguments.length > 4) {
                bench.measure(connection, ProcessHandle.of(Long.parseLong(arguments[4])).orElseThrow());
            } else {
                bench.resume(connection);
            }
        }
    }

    private void measure(Connection connection, ProcessHandle server) throws Exception {
        System.out.printf("%-44s %10s %10s%n", "snapshots per second", "", "COPY : it");
        var copied = Record.copy(connection, 200_000);
        try (var statement = connection.createStatement()) {
            statement.execute("drop table bench_snapshot");
        }
        System.out.printf("%-44s %,10.0f%n", "plain COPY", copied);
        Record.print("a file of %,d".formatted(lines), rate(project(connection)), copied);
        Record.print("the same file again", rate(newest(connection)), copied);
        var broken = project(connection);
        var sending = new Thread(() -> {
            try {
                send(broken);
                throw new IllegalStateException("The server was not killed");
            } catch (IOException killed) {
                System.out.println("killed");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        sending.start();
        while (snapshots(connection, broken) < lines / 2) {
            Thread.sleep(200);
        }
        server.destroyForcibly();
        sending.join();
    }

    private void resume(Connection connection) throws Exception {
        var broken = newest(connection);
        System.out.printf("%-44s %,10d%n", "there when it was killed", snapshots(connection, broken));
        System.out.printf("%-44s %,10.0f%n", "sent again, lines per second", rate(broken));
        var states = Record.texts(connection, "select id from program order by created_at desc limit 2").stream()
                .map(program -> texts(connection, STATE.formatted(program)).get(0))
                .distinct()
                .count();
        System.out.println(states == 1 ? "Both projects are the same" : "The projects differ");
        if (states != 1 || snapshots(connection, broken) != lines) {
            throw new IllegalStateException("Something is missing");
        }
    }

    private static List<String> texts(Connection connection, String query) {
        try {
            return Record.texts(connection, query);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long snapshots(Connection connection, String program) {
        var count = "select count(*) from tracked_snapshot join video using (id) where program_id = '%s'".formatted(program);
        return Long.parseLong(texts(connection, count).get(0));
    }

    private String project(Connection connection) throws Exception {
        var request = request("/api/v1/projects", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"Import\"}"))
                .build();
        if (http.send(request, BodyHandlers.ofString()).statusCode() != 201) {
            throw new IllegalStateException("No project");
        }
        return newest(connection);
    }

    private static String newest(Connection connection) {
        return texts(connection, "select id from program order by created_at desc limit 1").get(0);
    }

    private HttpRequest.Builder request(String path, String type) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type);
    }

    private double rate(String program) throws Exception {
        var began = System.nanoTime();
        send(program);
        return lines / ((System.nanoTime() - began) / 1e9);
    }

    private void send(String program) throws IOException, InterruptedException {
        var request = request("/api/v1/projects/" + program + "/import", "text/csv")
                .POST(BodyPublishers.ofInputStream(this::file))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"refused\":0")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Written while it is read. */
    private PipedInputStream file() {
        try {
            var file = new PipedInputStream(1 << 16);
            var end = new PipedOutputStream(file);
            var writer = new Thread(() -> write(end));
            writer.setDaemon(true);
            writer.start();
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(PipedOutputStream file) {
        try (var text = new BufferedWriter(new OutputStreamWriter(file))) {
            text.write("handle,video_url,at,views,likes,comments,shares,saves\n");
            for (var creator = 0; creator < CREATORS; creator++) {
                text.write("creator" + creator + ",,,,,,,\n");
            }
            for (var video = 0; video < VIDEOS; video++) {
                text.write("creator" + video % CREATORS + "," + address(video) + ",,,,,,\n");
            }
            for (var line = 0; line < lines; line++) {
                var step = line / VIDEOS;
                text.write("," + address(line % VIDEOS) + "," + FIRST.plus(Duration.ofHours(step)) + "," + (1_000 + 100 * step)
                        + "," + (100 + 10 * step) + "," + (10 + step) + "," + (5 + step) + "," + step + "\n");
            }
        } catch (IOException gone) {
            // Nobody reads it any more: the server was killed.
        }
    }

    private static String address(int video) {
        return "https://www.tiktok.com/@someone/video/" + (1_000_000 + video);
    }
}
