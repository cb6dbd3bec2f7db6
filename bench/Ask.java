import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Asks questions about a site one after another, and prints how long their answers took.
 *
 * <p>usage: {@code java bench/Ask.java <url> <key> <file> <calls>}; a line of the file is {@code GET <path>} or
 * {@code POST <path> <body>}
 */
class Ask {
    private static final int LATE = 95;

    public static void main(String... arguments) throws Exception {
        var calls = Integer.parseInt(arguments[3]);
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        System.out.printf("%-100s %8s %8s%n", "", "p50 ms", "p95 ms");
        for (var line : Files.readAllLines(Path.of(arguments[2]))) {
            var parts = line.split(" ", 3);
            var request = HttpRequest.newBuilder(URI.create(arguments[0] + parts[1]))
                    .header("X-API-Key", arguments[1])
                    .header("Content-Type", "application/json")
                    .method(parts[0], parts.length > 2 ? BodyPublishers.ofString(parts[2]) : BodyPublishers.noBody())
                    .build();
            // As many again before they count: a server that runs for long has seen each question often.
            ask(http, request, calls);
            var times = ask(http, request, calls);
            System.out.printf("%-100.100s %8.1f %8.1f%n", line, times[calls / 2], times[calls * LATE / 100]);
        }
    }

    private static double[] ask(HttpClient http, HttpRequest request, int calls) throws Exception {
        var times = new double[calls];
        for (int call = 0; call < calls; call++) {
            long start = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofString());
            times[call] = (System.nanoTime() - start) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
            }
        }
        Arrays.sort(times);
        return times;
    }
}
