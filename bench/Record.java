import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Records snapshots in calls of 5,000, by two clients: one snapshot each of 5,000 videos, time after time, and 1,000 snapshots each
 * of 5 videos. Beside it the database alone, with the same rows for a table like that of snapshots: COPY, and INSERTs of 1,000
 * rows.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Record <data-directory> <url> <key> <rounds>}
 */
class Record {
    private static final int CLIENTS = 2;
    private static final int CALL = 5_000;
    private static final int EACH = 1_000;
    private static final int HOURS = 6;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String key;
    private final List<String> videos;
    private final Instant start;

    Record(String url, String key, List<String> videos, Instant start) {
        this.url = url;
        this.key = key;
        this.videos = videos;
        this.start = start;
    }

    private interface Body {
        String of(int number);
    }

    public static void main(String... arguments) throws Exception {
        try (var connection = Database.connect(Path.of(arguments[0]))) {
            var program = texts(connection, "select id from program order by created_at desc limit 1").get(0);
            var videos = texts(connection, "select id from video order by cast(platform_id as int)");
            var rounds = Integer.parseInt(arguments[3]);
            var start = Instant.now().minusSeconds(3600L * HOURS * (rounds + 1));
            var bench = new Record(arguments[1] + "/api/v1/projects/" + program + "/snapshots", arguments[2], videos, start);
            System.out.printf("%-44s %10s %10s%n", "snapshots per second", "", "COPY : it");
            var copied = copy(connection, 200_000);
            System.out.printf("%-44s %,10.0f%n", "plain COPY", copied);
            print("INSERT of 1,000 rows and commit", insert(connection, 200), copied);
            for (var part = 0; part < 3; part++) {
                var some = rounds / 3;
                var first = part * some * 2;
                print(
                        "5,000 videos, one each (%d.)".formatted(part + 1),
                        bench.measure(some * 2, number -> bench.wide(first + number)),
                        copied);
            }
            for (var part = 0; part < 2; part++) {
                var first = part * 100;
                print(
                        "5 videos, 1,000 each (%d.)".formatted(part + 1),
                        bench.measure(100, number -> bench.deep(first + number)),
                        copied);
            }
            print("5,000 videos, one late one each", bench.measure(rounds / 3 * 2, bench::late), copied);
        }
    }

    static void print(String what, double rate, double copied) {
        System.out.printf("%-44s %,10.0f %10.1f%n", what, rate, copied / rate);
    }

    /** The bodies are made before: what it takes to write them is the client's, and the processors are shared. */
    private double measure(int calls, Body body) throws Exception {
        var bodies = IntStream.range(0, calls)
                .mapToObj(number -> body.of(number).getBytes(StandardCharsets.UTF_8))
                .toList();
        var next = new AtomicInteger();
        var spent = new AtomicLong();
        var began = System.nanoTime();
        Clients.run(CLIENTS, client -> {
            for (var number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                send(bodies.get(number));
            }
            spent.accumulateAndGet(System.nanoTime() - began, Math::max);
        });
        return (double) calls * CALL / spent.get() * 1e9;
    }

    private void send(byte[] body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One snapshot of every second video; two calls make a round of six hours. */
    private String wide(int number) {
        var at = start.plusSeconds(3600L * HOURS * (number / 2));
        return single(number % 2, at, number / 2);
    }

    /** Between those that are there. */
    private String late(int number) {
        var at = start.plusSeconds(3600L * HOURS * (number / 2) + 1800);
        return single(number % 2, at, number / 2);
    }

    private String single(int half, Instant at, int round) {
        var body = new StringBuilder("{\"items\":[");
        for (var index = 0; index < CALL; index++) {
            body.append(index == 0 ? "" : ",").append("{\"entity\":\"video\",\"entity_id\":\"");
            body.append(videos.get(2 * index + half)).append("\",\"snapshots\":[");
            snapshot(body, at, round);
            body.append("]}");
        }
        return body.append("]}").toString();
    }

    /** 1,000 snapshots each of 5 of the videos that are left. */
    private String deep(int number) {
        var body = new StringBuilder("{\"items\":[");
        for (var index = 0; index < CALL / EACH; index++) {
            body.append(index == 0 ? "" : ",").append("{\"entity\":\"video\",\"entity_id\":\"");
            body.append(videos.get(2 * CALL + number * CALL / EACH + index)).append("\",\"snapshots\":[");
            for (var step = 0; step < EACH; step++) {
                body.append(step == 0 ? "" : ",");
                snapshot(body, start.minusSeconds(3600L * HOURS * (EACH - step)), step);
            }
            body.append("]}");
        }
        return body.append("]}").toString();
    }

    private static void snapshot(StringBuilder body, Instant at, int step) {
        body.append("{\"at\":\"").append(at).append("\",\"views\":").append(1_000 + 100L * step);
        body.append(",\"likes\":").append(100 + 10L * step).append(",\"comments\":").append(10 + step);
        body.append(",\"shares\":").append(5 + step).append(",\"saves\":").append(step).append('}');
    }

    private static final String ROWS = "select gen_random_uuid() as id, now() - n %% 1000 * interval '6 hours' as at, 31::smallint as told,"
            + " false as reset, 100 * n as views, 10 * n as likes, n as comments, n as shares, n as saves, null::bigint as followers"
            + " from generate_series(1::bigint, %d) n";

    /** The rows stay in a table of their own. */
    static double copy(Connection connection, int rows) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("create table bench_snapshot (like tracked_snapshot including all)");
            var bytes = new java.io.ByteArrayOutputStream();
            var copies = connection.unwrap(org.postgresql.PGConnection.class).getCopyAPI();
            copies.copyOut("copy (" + ROWS.formatted(rows) + ") to stdout (format binary)", bytes);
            var began = System.nanoTime();
            copies.copyIn("copy bench_snapshot from stdin (format binary)", new java.io.ByteArrayInputStream(bytes.toByteArray()));
            return rows / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static double insert(Connection connection, int times) throws Exception {
        try (var statement = connection.createStatement()) {
            var began = System.nanoTime();
            for (var time = 0; time < times; time++) {
                statement.execute("insert into bench_snapshot " + ROWS.formatted(EACH));
            }
            var rate = times * EACH / ((System.nanoTime() - began) / 1e9);
            statement.execute("drop table bench_snapshot");
            return rate;
        }
    }

    static List<String> texts(Connection connection, String query) throws Exception {
        var texts = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
