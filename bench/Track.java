import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells a server what visitors do, over connections that stay open, each with its next request when the last one was
 * answered, and prints how many events a second were acknowledged, and how long the answers took.
 *
 * <p>usage: {@code java -cp <classes> Track <url> <token> <seed> <connections> <events in a request> <days> <events> [<seconds>]};
 * over so many days, or 0 for events of this moment; with seconds it ends with whichever comes first
 */
class Track {
    private static final byte[] BREAK = {'\r', '\n', '\r', '\n'};

    private final URI url;
    private final int batch;
    private final AtomicLong left;
    private final long end;

    private Track(URI url, int batch, long events, long end) {
        this.url = url;
        this.batch = batch;
        this.left = new AtomicLong(events);
        this.end = end;
    }

    public static void main(String... arguments) throws Exception {
        var connections = Integer.parseInt(arguments[3]);
        var events = Long.parseLong(arguments[6]);
        var seed = Long.parseLong(arguments[2]);
        long seconds = arguments.length > 7 ? Long.parseLong(arguments[7]) : 86_400;
        long start = System.nanoTime();
        var track = new Track(
                URI.create(arguments[0]),
                Integer.parseInt(arguments[4]),
                events,
                start + seconds * 1_000_000_000L);
        var clients = new ArrayList<Client>();
        for (int number = 0; number < connections; number++) {
            // A user is the same one on every connection and in every run.
            var visitors = new Visitors(seed * 1_000 + number, arguments[1], 60_000, Integer.parseInt(arguments[5]), System.currentTimeMillis());
            clients.add(track.new Client(visitors));
        }
        Clients.run(connections, number -> clients.get(number).run());
        print(clients, connections, track.batch, (System.nanoTime() - start) / 1e9);
    }

    private static void print(ArrayList<Client> clients, int connections, int batch, double seconds) {
        var nanos = clients.stream()
                .flatMapToLong(client -> Arrays.stream(client.nanos, 0, client.requests))
                .sorted()
                .toArray();
        var refused = clients.stream().mapToLong(client -> client.refused).sum();
        System.out.printf(
                "%3d connections, %3d events a request %10.0f events/s  p50 %6.1f  p99 %6.1f  max %6.0f ms  %d refused%n",
                connections,
                batch,
                (nanos.length - refused) * batch / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                refused);
    }

    private final class Client {
        private final Visitors visitors;
        private long[] nanos = new long[1_024];
        private int requests;
        private long refused;

        Client(Visitors visitors) {
            this.visitors = visitors;
        }

        void run() throws IOException {
            try (var socket = new Socket(url.getHost(), url.getPort())) {
                socket.setTcpNoDelay(true);
                var in = new BufferedInputStream(socket.getInputStream());
                while (left.addAndGet(-batch) >= 0 && System.nanoTime() < end) {
                    var request = request();
                    long start = System.nanoTime();
                    socket.getOutputStream().write(request);
                    if (status(in) != 202) {
                        refused++;
                    }
                    add(System.nanoTime() - start);
                }
            }
        }

        private void add(long time) {
            if (requests == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * requests);
            }
            nanos[requests++] = time;
        }

        private byte[] request() {
            var body = new StringBuilder();
            if (batch > 1) {
                body.append("{\"events\":[");
                for (int event = 0; event < batch; event++) {
                    body.append(event == 0 ? "" : ",").append(visitors.next());
                }
                body.append("]}");
            } else {
                body.append(visitors.next());
            }
            var path = batch > 1 ? "/track/batch" : "/track";
            // All that is sent is ASCII, so characters are bytes.
            return ("POST " + path + " HTTP/1.1\r\nHost: bench\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0)"
                            + " Gecko/20100101 Firefox/128.0\r\nContent-Type: text/plain\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Reads an answer to its end. */
    private static int status(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (int met = 0; met < BREAK.length; ) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The server hung up");
            }
            met = next == BREAK[met] ? met + 1 : next == BREAK[0] ? 1 : 0;
            head.append((char) next);
        }
        var text = head.toString().toLowerCase();
        int at = text.indexOf("content-length: ") + "content-length: ".length();
        in.skipNBytes(Integer.parseInt(text.substring(at, text.indexOf('\r', at))));
        return Integer.parseInt(text.substring(9, 12));
    }
}
