import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls servers and prints how long their answers took.
 *
 * <p>usage: {@code java -cp <classes> Load reads|writes <calls> <rate|clients> <seconds> <target>...}
 *
 * <p>{@code <calls>} is a file with one call a line: a path to read, or a body to post to /v1/missions. A target is
 * {@code <name>,<url>,<key>,<server's process>,<database's process>}; the time that those two and the database's
 * children spent on a processor is the measure that other work on the machine disturbs least.
 */
class Load {
    private static final int ROUNDS = 4;
    private static final double TICKS_PER_SECOND = 100;
    private static final int WARM_UP_CLIENTS = 4;
    private static final int WARM_UP_SECONDS = 10;

    record Target(String name, String url, String key, String server, String database) {
        static Target of(String text) {
            var parts = text.split(",");
            return new Target(parts[0], parts[1], parts[2], parts[3], parts[4]);
        }

        double processorSeconds() throws IOException {
            var children = Files.readString(Path.of("/proc", database, "task", database, "children"));
            double seconds = processorSeconds(server) + processorSeconds(database);
            for (var child : children.strip().split(" ")) {
                seconds += processorSeconds(child);
            }
            return seconds;
        }

        /** Children that have ended are counted with their parent. */
        private static double processorSeconds(String process) throws IOException {
            var afterName = Files.readString(Path.of("/proc", process, "stat"))
                    .split("\\) ", 2)[1]
                    .split(" ");
            double ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(afterName[field]);
            }
            return ticks / TICKS_PER_SECOND;
        }

        HttpRequest.Builder to(String path) {
            return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + key);
        }
    }

    /** Latencies in nanoseconds; a failed call has a latency too. */
    static final class Series {
        private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final Queue<String> errors = new ConcurrentLinkedQueue<>();
        private double seconds;
        private double processorSeconds;

        void add(long started, int expected, int status, Throwable failure) {
            nanos.add(System.nanoTime() - started);
            if (status != expected) {
                errors.add(failure == null ? "status " + status : failure.toString());
            }
        }

        double ratePerSecond() {
            return nanos.size() / seconds;
        }

        double processorMillis() {
            return processorSeconds * 1000 / nanos.size();
        }

        double millis(double quantile) {
            var sorted = nanos.stream().sorted().toList();
            return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1) / 1e6;
        }

        void print(String call, String target) {
            System.out.printf(
                    "%-56s %-6s %8d %7.1f %8.2f %8.2f %8.2f %8.2f %8.2f %7d%n",
                    call,
                    target,
                    nanos.size(),
                    ratePerSecond(),
                    processorMillis(),
                    millis(.5),
                    millis(.9),
                    millis(.99),
                    millis(1),
                    errors.size());
            errors.stream().distinct().limit(3).forEach(error -> System.out.println("    " + error));
        }
    }

    private final Series lateness = new Series();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static void main(String... arguments) throws Exception {
        var calls = Files.readAllLines(Path.of(arguments[1]));
        var pace = Integer.parseInt(arguments[2]);
        var seconds = Integer.parseInt(arguments[3]);
        var targets = new ArrayList<Target>();
        for (int at = 4; at < arguments.length; at++) {
            targets.add(Target.of(arguments[at]));
        }
        System.out.printf(
                "%-56s %-6s %8s %7s %8s %8s %8s %8s %8s %7s%n",
                "call", "data", "requests", "per s", "cpu ms", "p50 ms", "p90 ms", "p99 ms", "max ms", "errors");
        if (arguments[0].equals("reads")) {
            new Load().reads(calls, pace, seconds, targets);
        } else {
            new Load().writes(calls, pace, seconds, targets);
        }
    }

    /** Takes turns between the targets, so that a machine that is busy for a while is so for all of them. */
    private void reads(List<String> paths, int rate, int seconds, List<Target> targets) throws Exception {
        for (var target : targets) {
            for (var path : paths) {
                var request = target.to(path).build();
                Clients.run(WARM_UP_CLIENTS, number -> WarmUp.with(() -> Timed.answer(client, request)));
            }
        }
        for (var path : paths) {
            Map<Target, Series> measured = new LinkedHashMap<>();
            targets.forEach(target -> measured.put(target, new Series()));
            for (int round = 0; round < ROUNDS; round++) {
                for (var target : targets) {
                    open(target, path, rate, Math.max(1, seconds / ROUNDS), measured.get(target));
                }
            }
            measured.forEach((target, series) -> series.print("GET " + path, target.name));
            printRatio(List.copyOf(measured.values()));
        }
        System.out.printf(
                "Of this, the machine made the load generator itself late by p50 %.2f, p90 %.2f, p99 %.2f, max %.2f ms%n",
                lateness.millis(.5), lateness.millis(.9), lateness.millis(.99), lateness.millis(1));
    }

    /** The last target against the first. */
    private static void printRatio(List<Series> measured) {
        var base = measured.get(0);
        var other = measured.get(measured.size() - 1);
        System.out.printf(
                "%-56s %-6s %8s %7s %8.2f %8.2f %8.2f %8.2f%n",
                "",
                "ratio",
                "",
                "",
                other.processorMillis() / base.processorMillis(),
                other.millis(.5) / base.millis(.5),
                other.millis(.9) / base.millis(.9),
                other.millis(.99) / base.millis(.99));
    }

    /**
     * Sends at fixed times, whether or not earlier calls were answered, and counts from the time a call was due: a server
     * that stalls is charged for every call that it made late.
     */
    private void open(Target target, String path, int rate, int seconds, Series series) throws Exception {
        var request = target.to(path).build();
        int calls = rate * seconds;
        var open = new Semaphore(0);
        double busyBefore = target.processorSeconds();
        long start = System.nanoTime();
        for (int call = 0; call < calls; call++) {
            long due = start + call * 1_000_000_000L / rate;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            lateness.nanos.add(System.nanoTime() - due);
            client.sendAsync(request, BodyHandlers.ofByteArray()).whenComplete((response, failure) -> {
                series.add(due, 200, response == null ? 0 : response.statusCode(), failure);
                open.release();
            });
        }
        open.acquire(calls);
        series.seconds += (System.nanoTime() - start) / 1e9;
        series.processorSeconds += target.processorSeconds() - busyBefore;
    }

    private void writes(List<String> bodies, int clients, int seconds, List<Target> targets) throws Exception {
        for (var target : targets) {
            for (var body : bodies) {
                closed(target, body, clients, WARM_UP_SECONDS, new Series());
                var series = new Series();
                closed(target, body, clients, seconds, series);
                series.print(
                        "POST /v1/missions " + (body.contains("start_immediately") ? "running" : "draft"), target.name);
            }
        }
    }

    /** Each client sends its next call when the last one was answered. */
    private void closed(Target target, String body, int clients, int seconds, Series series) throws Exception {
        double busyBefore = target.processorSeconds();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        Clients.run(clients, client -> {
            while (System.nanoTime() < end) {
                post(target, body, series);
            }
        });
        series.seconds += (System.nanoTime() - start) / 1e9;
        series.processorSeconds += target.processorSeconds() - busyBefore;
    }

    private void post(Target target, String body, Series series) {
        var request = target.to("/v1/missions")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long started = System.nanoTime();
        try {
            var response = client.send(request, BodyHandlers.ofByteArray());
            series.add(started, 201, response.statusCode(), null);
        } catch (Exception e) {
            series.add(started, 201, 0, e);
        }
    }
}
