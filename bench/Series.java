import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Asks a server that keeps no answers for series of 90 days, one question after the other, and the database the same from snapshots
 * alone; prints how long both take, and their ratio. Then asks it to compare all that is in the project.
 *
 * <p>usage: {@code java -cp <classes>:<driver.jar> Series <data-directory> <url> <key> <calls>}
 */
class Series {
    private static final int DAYS = 89;
    private static final int RAW_RUNS = 3;
    private static final int LATE = 95;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Connection connection;
    private final String url;
    private final String key;
    private final int calls;

    private Series(Connection connection, String url, String key, int calls) {
        this.connection = connection;
        this.url = url;
        this.key = key;
        this.calls = calls;
    }

    public static void main(String... arguments) throws Exception {
        var data = Path.of(arguments[0]);
        try (var connection = Database.connect(data)) {
            var bench = new Series(connection, arguments[1], arguments[2], Integer.parseInt(arguments[3]));
            System.out.printf("%-100s %8s %8s %10s %8s%n", "", "p50 ms", "p95 ms", "raw ms", "ratio");
            for (var line : Files.readAllLines(Path.of("bench/series.txt"))) {
                var parts = line.split(" ");
                bench.compare(parts[0], parts[1], parts[2], parts[3]);
            }
            var project = bench.text("select program_id from creator where handle = 'creator7'");
            for (var question : Files.readAllLines(Path.of("bench/aggregates.txt"))) {
                bench.aggregate(question, project);
            }
        }
    }

    private void compare(String kind, String name, String raw, String question) throws Exception {
        var id = kind.equals("creator") ? text("select id from creator where handle = 'creator7'") : text("select id from campaign where name = '" + name + "'");
        var path = "/api/v1/analytics?from=" + LocalDate.now(ZoneOffset.UTC).minusDays(DAYS) + "&" + question.replace(":id", id);
        var times = ask(path);
        var plain = raw("bench/" + raw + ".sql", videos(kind, id));
        System.out.printf(
                "%-100s %8.1f %8.1f %10.0f %8.1f%n",
                name + ": " + question.replace("&entity_id=:id", ""),
                times[calls / 2],
                times[calls * LATE / 100],
                plain,
                plain / times[calls / 2]);
    }

    private void aggregate(String question, String project) throws Exception {
        var path = "/api/v1/analytics/aggregate/" + question + "&project_id=" + project;
        var times = ask(path);
        System.out.printf("%-100s %8.1f %8.1f%n", question, times[calls / 2], times[calls * LATE / 100]);
    }

    private static String videos(String kind, String id) {
        return kind.equals("creator")
                ? "select id from video where creator_id = '" + id + "'"
                : "select v.id from video v join campaign_item i on i.video_id = v.id or i.creator_id = v.creator_id where i.campaign_id = '" + id + "'";
    }

    private String text(String sql) throws Exception {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The median time of reading the answer from snapshots, in milliseconds. */
    private double raw(String file, String videos) throws Exception {
        var ids = text("select array_agg(id) from (" + videos + ") v");
        var sql = Files.readString(Path.of(file))
                .replaceAll("(?m)^--.*$", "")
                .replace(":videos", "cast('" + ids + "' as uuid[])")
                .replace(":days", Integer.toString(DAYS));
        return Database.median(connection, sql, RAW_RUNS);
    }

    private double[] ask(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + key)
                .build();
        return Timed.answers(http, request, calls);
    }
}
