import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Asks the questions of traffic.txt about a site one after another, and prints how long their answers took; with a database, beside the
 * same from the rows of events alone as traffic.sql has it, and the ratio.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Ask <url> <key> <calls> [<data-directory>]}; a line of the file is
 * {@code GET <path>} or {@code POST <path> <body>}
 */
class Ask {
    private static final int LATE = 95;
    private static final int RAW_RUNS = 2;

    public static void main(String... arguments) throws Exception {
        var calls = Integer.parseInt(arguments[2]);
        var questions = Files.readAllLines(Path.of("bench/traffic.txt"));
        var statements = Files.readAllLines(Path.of("bench/traffic.sql")).stream()
                .filter(line -> !line.startsWith("--"))
                .toList();
        if (questions.size() != statements.size()) {
            throw new IllegalStateException("There are not as many questions as statements");
        }
        System.out.printf("%-80s %8s %8s %10s %8s%n", "", "p50 ms", "p95 ms", "rows ms", "ratio");
        var times = new ArrayList<double[]>();
        for (var question : questions) {
            times.add(ask(arguments[0], arguments[1], question, calls));
        }
        for (var at = 0; at < times.size(); at++) {
            var p50 = times.get(at)[calls / 2];
            System.out.printf("%-80.80s %8.1f %8.1f", questions.get(at), p50, times.get(at)[calls * LATE / 100]);
            if (arguments.length > 3) {
                var rows = rows(Path.of(arguments[3]), statements.get(at));
                System.out.printf(" %10.0f %8.1f", rows, rows / p50);
            }
            System.out.println();
        }
    }

    private static double[] ask(String url, String key, String question, int calls) throws Exception {
        var parts = question.split(" ", 3);
        var request = HttpRequest.newBuilder(URI.create(url + parts[1]))
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .method(parts[0], parts.length > 2 ? BodyPublishers.ofString(parts[2]) : BodyPublishers.noBody())
                .build();
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return Timed.answers(http, request, calls);
    }

    /** The shortest time of reading the answer from the rows, in milliseconds. */
    private static double rows(Path data, String statement) throws Exception {
        var sql = statement.replace(":site", "(select min(number) from site)").replace(":from", "(now() - interval '30 days')");
        var shortest = Double.MAX_VALUE;
        try (var connection = Database.connect(data);
                var prepared = connection.createStatement()) {
            for (int run = 0; run < RAW_RUNS; run++) {
                long start = System.nanoTime();
                try (var rows = prepared.executeQuery(sql)) {
                    while (rows.next()) {
                        rows.getObject(1);
                    }
                }
                shortest = Math.min(shortest, (System.nanoTime() - start) / 1e6);
            }
        }
        return shortest;
    }
}
