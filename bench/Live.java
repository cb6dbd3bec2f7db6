import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells a server events at a steady rate, each in a request of its own, by turns while nobody listens and while ten streams do, each
 * with a filter that some events pass, and prints how long the answers took in both cases, and how late events were in the streams. Both
 * cases are warmed up first: a server that has just started compiles what sends streams while it answers.
 *
 * <p>usage: {@code java -cp <classes> Live <url> <token> <key> <events a second> <seconds>}
 */
class Live {
    private static final int STREAMS = 10;
    private static final int CONNECTIONS = 32;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 4;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String token;
    private final String key;
    private final int rate;
    private final int seconds;
    private final AtomicLong heard = new AtomicLong();
    private final long[] late = new long[1 << 20];

    private Live(String... arguments) {
        url = arguments[0];
        token = arguments[1];
        key = arguments[2];
        rate = Integer.parseInt(arguments[3]);
        seconds = Integer.parseInt(arguments[4]);
    }

    public static void main(String... arguments) throws Exception {
        var live = new Live(arguments);
        live.tellAll(1);
        for (int round = 0; round < WARM_UP; round++) {
            live.tellStreams(2 + round);
        }
        live.heard.set(0);
        var alone = new ArrayList<long[]>();
        var watched = new ArrayList<long[]>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(live.tellAll(10 + round));
            watched.add(live.tellStreams(20 + round));
        }
        var nobody = together(alone);
        var streams = together(watched);
        print("nobody listens", nobody);
        print(STREAMS + " streams", streams);
        System.out.printf(
                Locale.ROOT, "%-20s p50 %5.2f  p99 %5.2f%n", "ratio", at(streams, 0.5) / at(nobody, 0.5), at(streams, 0.99) / at(nobody, 0.99));
        int told = (int) Math.min(live.heard.get(), live.late.length);
        var sorted = Arrays.copyOf(live.late, told);
        Arrays.sort(sorted);
        System.out.printf("%-20s %d events in all streams, late by p50 %d  p99 %d ms%n", "heard", told, sorted[told / 2], sorted[(int) (told * 0.99)]);
    }

    private static long[] together(ArrayList<long[]> rounds) {
        return rounds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static void print(String what, long[] nanos) {
        System.out.printf(Locale.ROOT, "%-20s p50 %5.1f  p99 %5.1f ms, %d events%n", what, at(nanos, 0.5) / 1e6, at(nanos, 0.99) / 1e6, nanos.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private long[] tellStreams(long seed) throws Exception {
        var streams = new ArrayList<InputStream>();
        for (int stream = 0; stream < STREAMS; stream++) {
            streams.add(listen(stream));
        }
        var nanos = tellAll(seed);
        // What was told last is still on its way.
        Thread.sleep(1_000);
        for (var stream : streams) {
            stream.close();
        }
        return nanos;
    }

    /** Times of answers, counted from when each event was due: a server that is late makes the next ones wait. */
    private long[] tellAll(long seed) throws Exception {
        long start = System.nanoTime();
        int each = rate * seconds / CONNECTIONS;
        var times = new long[CONNECTIONS][each];
        Clients.run(CONNECTIONS, number -> {
            var visitors = new Visitors(seed * 1_000 + number, token, 60_000, 0, System.currentTimeMillis());
            long first = start + number * 1_000_000_000L / rate;
            for (int event = 0; event < each; event++) {
                long due = first + event * CONNECTIONS * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                send(visitors.next());
                times[number][event] = System.nanoTime() - due;
            }
        });
        return Arrays.stream(times).flatMapToLong(Arrays::stream).toArray();
    }

    private void send(String event) {
        var request = HttpRequest.newBuilder(URI.create(url + "/track"))
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 202) {
                throw new IllegalStateException("The server says " + status);
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private InputStream listen(int number) throws Exception {
        var plan = new String[] {"free", "pro", "team"}[number % 3];
        var request = HttpRequest.newBuilder(URI.create(url + "/stream?events=page_view,purchase&filter=plan:" + plan))
                .header("X-API-Key", key)
                .build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("No stream: " + response.statusCode());
        }
        var thread = new Thread(() -> {
            try (var lines = new BufferedReader(new InputStreamReader(response.body()))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    int at = line.indexOf("\"timestamp\":");
                    if (at > 0) {
                        int from = at + "\"timestamp\":".length();
                        hear(System.currentTimeMillis() - Long.parseLong(line.substring(from, from + 13)));
                    }
                }
            } catch (java.io.IOException e) {
                // The stream was closed by who opened it; what it would still have told shows in the number of events heard.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
        return response.body();
    }

    private void hear(long milliseconds) {
        long place = heard.getAndIncrement();
        if (place < late.length) {
            late[(int) place] = milliseconds;
        }
    }
}
