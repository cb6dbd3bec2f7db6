import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;

/**
 * Asks a server its analytical questions, two clients at a time, and the database the same from samples alone; prints how long
 * both take, and their ratio, which tells on any machine what sums of days are worth.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Analytics <data-directory> <url> <key> <organization> <calls>}
 */
class Analytics {
    private static final int CLIENTS = 2;
    private static final int RAW_RUNS = 5;
    private static final int LATE = 95;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String key;
    private final int calls;

    Analytics(String url, String key, int calls) {
        this.url = url;
        this.key = key;
        this.calls = calls;
    }

    public static void main(String... arguments) throws Exception {
        var data = Path.of(arguments[0]);
        var organization = arguments[3];
        var bench = new Analytics(arguments[1], arguments[2], Integer.parseInt(arguments[4]));
        try (var connection = Database.connect(data)) {
            System.out.printf("%-52s %8s %8s %10s %8s%n", "", "p50 ms", "p95 ms", "raw ms", "ratio");
            bench.compare("/v1/analytics?period=30d", raw(connection, "bench/raw-overview.sql", organization, 30));
            bench.compare("/v1/analytics?period=90d", raw(connection, "bench/raw-overview.sql", organization, 90));
            bench.compare(
                    "/v1/analytics/missions/msn_analytics0000001",
                    raw(connection, "bench/raw-mission.sql", organization, 0));
            for (var question : Files.readAllLines(Path.of("bench/analytics.txt"))) {
                bench.compare(question, Double.NaN);
            }
        }
    }


    /** The median time of reading the answer from samples, in milliseconds. */
    private static double raw(Connection connection, String file, String organization, int days) throws Exception {
        var sql = Files.readString(Path.of(file))
                .replaceAll("(?m)^--.*$", "")
                .replace(":organization", "'" + organization + "'")
                .replace(":from", "(date_trunc('day', now()) - interval '" + days + " days')")
                .replace(":until", "(date_trunc('day', now()) + interval '1 day')");
        return Database.median(connection, sql, RAW_RUNS);
    }

    private void compare(String path, double raw) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + key)
                .build();
        Clients.run(CLIENTS, number -> WarmUp.with(() -> Timed.answer(http, request)));
        var times = new double[calls / CLIENTS * CLIENTS];
        Clients.run(CLIENTS, number -> {
            for (int call = number; call < times.length; call += CLIENTS) {
                times[call] = Timed.answer(http, request);
            }
        });
        Arrays.sort(times);
        double median = times[times.length / 2];
        System.out.printf(
                "%-52s %8.1f %8.1f %10.0f %8.0f%n", path, median, times[times.length * LATE / 100], raw, raw / median);
    }
}
