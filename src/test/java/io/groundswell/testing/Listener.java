package io.groundswell.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A reader of server-sent events, as browsers are. */
public final class Listener implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;

    /**
     * One message; what it lacks is null.
     *
     * @param comment of a message that is nothing else
     */
    public record Message(String event, String id, String data, String comment) {
        public JsonPath json() {
            return new PlainPath.Json(data);
        }
    }

    private Listener(int status, HttpHeaders headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * At the server under test.
     *
     * @param parameters names and values in turn
     */
    public static Listener open(String key, String lastEventId, String... parameters) {
        return at("http://localhost:" + RestAssured.port, key, lastEventId, parameters);
    }

    /** @param lastEventId may be null */
    public static Listener at(String url, String key, String lastEventId, String... parameters) {
        var address = new StringBuilder(url + "/stream?");
        for (var n = 0; n < parameters.length; n += 2) {
            address.append(parameters[n] + "=" + URLEncoder.encode(parameters[n + 1], StandardCharsets.UTF_8) + "&");
        }
        return to(address.toString(), key, lastEventId);
    }

    /** The same with all of the address. */
    public static Listener to(String address, String key, String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("X-API-Key", key)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            var listener = new Listener(response.statusCode(), response.headers(), response.body());
            if (listener.status() == 200) {
                var thread = new Thread(listener::read, "listener");
                thread.setDaemon(true);
                thread.start();
            }
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            var fields = new String[4];
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    messages.add(new Message(fields[0], fields[1], fields[2], fields[3]));
                    fields = new String[4];
                } else {
                    var colon = line.indexOf(':');
                    var field = List.of("event", "id", "data", "").indexOf(line.substring(0, colon));
                    fields[field] = line.substring(colon + 1);
                }
            }
        } catch (IOException closed) {
            // By us or by the server: in both cases there is no more.
        } finally {
            end.countDown();
        }
    }

    /** There is nothing to read unless it is 200. */
    public int status() {
        return status;
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The next message of any kind. */
    public Message next() {
        var message = poll(PATIENCE_SECONDS * 1_000);
        if (message == null) {
            throw new AssertionError("Nothing came for " + PATIENCE_SECONDS + " seconds");
        }
        return message;
    }

    /** The same, or null when none comes in time. */
    public Message poll(long milliseconds) {
        try {
            return messages.poll(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next so many events, without comments in between. */
    public List<Message> events(int number) {
        var events = new ArrayList<Message>();
        while (events.size() < number) {
            var message = next();
            if ("track".equals(message.event())) {
                events.add(message);
            }
        }
        return events;
    }

    /** Reads the first message away. */
    public Listener connected() {
        var first = next();
        if (!"connected".equals(first.event())) {
            throw new AssertionError("The first message is " + first);
        }
        return this;
    }

    /** Whether the server ends the stream in time. */
    public boolean ends() {
        try {
            return end.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
