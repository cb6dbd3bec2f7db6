package io.groundswell.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.database.EmbeddedDatabase;
import io.groundswell.testing.Postmaster;
import io.groundswell.testing.Receiver;
import io.groundswell.testing.RunningServer;
import io.groundswell.testing.Tracker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything at once for ten minutes, at two servers on one database: events, missions and snapshots are told, questions are asked, webhooks are
 * sent. Every half a minute one server is killed, and every other time the database under both. What is not answered is sent again, in the
 * same words, to whichever server comes next. In the end what was acknowledged is there once, and the memory of the server that was never killed has
 * not grown. By hand, not in every run: {@code ./mvnw failsafe:integration-test failsafe:verify -Dit.test=Soak}, after {@code make}; shorter
 * with {@code -Dsoak.seconds=60}.
 */
class Soak {
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("soak.seconds", 600));
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int VISITORS = 3;
    private static final int EVENTS_AT_ONCE = 20;
    /** Between two batches of a visitor: others want the processors too. */
    private static final Duration BREATH = Duration.ofMillis(30);

    private static final int NO_ANSWER = 0;
    /** Between two missions: each makes its content, publishes and is told of. */
    private static final Duration PAUSE = Duration.ofSeconds(4);

    /** What the last quarter of the time may hold more than the second. */
    private static final double FLAT = 1.15;

    @TempDir
    Path data;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService users = Executors.newCachedThreadPool();
    private final Map<String, AtomicLong> statuses = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> missions = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> snapshots = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Long> memory = new ArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private EmbeddedDatabase database;
    private Receiver receiver;
    private RunningServer steady;
    private RunningServer killed;
    private Tracker tracker;
    private String creator;
    private volatile boolean over;

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.answering(call -> 200);
        database = EmbeddedDatabase.start(data);
        steady = server("steady");
        killed = server("killed");
        tracker = new Tracker(steady.openSite());
        assertThat(post("AMP_TEST_KEY", "/v1/webhooks", null, Map.of("url", receiver.url("/"), "events", List.of("*")))
                        .statusCode())
                .isEqualTo(201);
        var project = id(post("TGA_API_KEY", "/api/v1/projects", null, Map.of("name", "Launch")));
        creator = id(post(
                "TGA_API_KEY", "/api/v1/projects/" + project + "/creators", null, Map.of("tiktok_handle", "soaked")));
    }

    private RunningServer server(String name) throws IOException {
        return RunningServer.on(
                database.jdbcUrl(),
                database.password(),
                Files.createDirectory(data.resolve(name)),
                "-Xmx256m",
                // As operators run it.
                "-XX:TieredStopAtLevel=4",
                "groundswell.development=true",
                "groundswell.outbound.private-targets=true");
    }

    @AfterEach
    void stop() {
        over = true;
        users.shutdownNow();
        killed.close();
        steady.close();
        database.close();
        receiver.close();
    }

    @Test
    void what_was_acknowledged_is_there_once_and_memory_stays_flat() throws Exception {
        var working = new ArrayList<Future<?>>();
        for (var visitor = 0; visitor < VISITORS; visitor++) {
            working.add(users.submit(this::visit));
        }
        working.add(users.submit(this::plan));
        working.add(users.submit(this::count));
        working.add(users.submit(this::ask));
        working.add(users.submit(this::weigh));
        var kills = killEveryLife();
        over = true;
        for (var one : working) {
            one.get();
        }
        Backlog.awaitNone(steady, Duration.ZERO, PATIENCE);

        System.out.println("Answers: " + statuses);
        System.out.println("Memory in MB of the server that was never killed, by tenths of the time: " + tenths());
        System.out.printf(
                "Kills: %d of a server, %d of the database under two servers%n", kills - kills / 2, kills / 2);
        account("events", events, "select user_id from event");
        account("missions", missions, "select name from mission");
        account(
                "snapshots",
                snapshots,
                "select to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        + " from tracked_snapshot where id = '" + creator + "'");
        assertThat(receiver.received().stream().map(Receiver.Received::eventId).distinct())
                .containsAll(steady.texts("select id from outbox_event where body is not null"));
        assertThat(steady.count("select count(*) - count(distinct (mission_id, cycle, slot)) from calendar_slot"))
                .isZero();
        assertThat(steady.count("select count(*) from sandbox_post where told > 1"))
                .isZero();
        assertThat(steady.count("select count(*) from ledger_entry where state <> 'SETTLED'"))
                .isZero();
        assertThat(statuses.keySet()).allMatch(answer -> answer.matches(".* (0|200|201|202|503)"));
        assertThat(median(memory.subList(memory.size() * 3 / 4, memory.size())))
                .isLessThan((long) (FLAT * median(memory.subList(memory.size() / 4, memory.size() / 2))));
    }

    private int killEveryLife() throws InterruptedException {
        var kills = 0;
        var end = System.nanoTime() + LENGTH.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(LIFE.toMillis());
            if (kills++ % 2 == 0) {
                killed.kill();
                killed.start();
            } else {
                killDatabase();
            }
        }
        return kills;
    }

    private void killDatabase() {
        var postmaster = Postmaster.of(data);
        postmaster.kill();
        // It would complain that what was killed cannot be stopped.
        Logger.getLogger("io.zonky").setLevel(Level.OFF);
        database.close();
        database = EmbeddedDatabase.start(data, postmaster.port());
    }

    /** The resident memory of the server that is never killed, every second. */
    private Void weigh() throws InterruptedException {
        while (!over) {
            memory.add(steady.residentMegabytes());
            Thread.sleep(1_000);
        }
        return null;
    }

    private List<Long> tenths() {
        return IntStream.range(0, 10)
                .mapToObj(tenth -> median(memory.subList(memory.size() * tenth / 10, memory.size() * (tenth + 1) / 10)))
                .toList();
    }

    /** What each was told that it is kept, beside what is there. Counted: lists of hundreds of thousands compared one by one take hours. */
    private void account(String what, ConcurrentLinkedQueue<String> acknowledged, String query) {
        var stored = steady.texts(query);
        var there = new HashSet<>(stored);
        var missing = acknowledged.stream().filter(one -> !there.contains(one)).count();
        System.out.printf(
                "%s: sent %,d (again ones too), acknowledged %,d, stored %,d, missing %d, double %d%n",
                what, sent(what), acknowledged.size(), stored.size(), missing, stored.size() - there.size());
        assertThat(acknowledged).isNotEmpty();
        assertThat(missing).isZero();
        assertThat(there).hasSameSizeAs(stored).hasSameSizeAs(acknowledged);
    }

    private long sent(String what) {
        var calls = statuses.entrySet().stream()
                .filter(answer -> answer.getKey().startsWith(what + " "))
                .mapToLong(answer -> answer.getValue().get())
                .sum();
        return what.equals("events") ? calls * EVENTS_AT_ONCE : calls;
    }

    private Void visit() throws Exception {
        while (!over) {
            var told = new ArrayList<String>();
            var batch = new ArrayList<Map<String, Object>>();
            for (var event = 0; event < EVENTS_AT_ONCE; event++) {
                var user = "u" + number.incrementAndGet();
                told.add(user);
                batch.add(tracker.event("page_view", "user_id", user, "event_id", user));
            }
            insist(
                    202,
                    () -> send(
                            "events",
                            HttpRequest.newBuilder(at("/track/batch"))
                                    .header("User-Agent", Tracker.BROWSER)
                                    .POST(BodyPublishers.ofString(Tracker.json(Map.of("events", batch))))));
            events.addAll(told);
            Thread.sleep(BREATH.toMillis());
        }
        return null;
    }

    private Void plan() throws Exception {
        while (!over) {
            var name = "Mission " + number.incrementAndGet();
            var mission = Map.of(
                    "name",
                    name,
                    "objectives",
                    List.of("Show that nothing is lost"),
                    "platforms",
                    List.of("twitter"),
                    "duration_days",
                    7,
                    "start_immediately",
                    true,
                    "constraints",
                    Map.of("require_approval", false));
            insist(201, () -> post("AMP_TEST_KEY", "/v1/missions", name, mission));
            missions.add(name);
            Thread.sleep(PAUSE.toMillis());
        }
        return null;
    }

    private Void count() throws Exception {
        var at = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(20));
        for (var followers = 1; !over; followers++) {
            // A fast machine takes some ten thousands of them, none of which may lie ahead.
            at = at.plusSeconds(10);
            var body = Map.of("snapshots", List.of(Map.of("at", at.toString(), "followers", followers)));
            insist(200, () -> post("TGA_API_KEY", "/api/v1/creators/" + creator + "/snapshots", null, body));
            snapshots.add(at.toString());
        }
        return null;
    }

    private Void ask() throws Exception {
        var questions = new TreeMap<>(Map.of(
                "/stats?project=shop&since=7d",
                "AAK_API_KEY",
                "/v1/missions?limit=20",
                "AMP_TEST_KEY",
                "/v1/content?limit=20",
                "AMP_TEST_KEY",
                "/api/v1/creators/" + creator,
                "TGA_API_KEY"));
        while (!over) {
            for (var question : questions.entrySet()) {
                send(
                        "question",
                        HttpRequest.newBuilder(at(question.getKey()))
                                .header("Authorization", "Bearer " + steady.credential(question.getValue())));
            }
            Thread.sleep(100);
        }
        return null;
    }

    private interface Call {
        HttpResponse<String> send() throws Exception;
    }

    /** As a client does that must not lose anything: again, in the same words, until it is answered as it has to be. */
    private static void insist(int status, Call call) throws Exception {
        HttpResponse<String> answer;
        do {
            answer = call.send();
            if (answer == null || answer.statusCode() == 503) {
                Thread.sleep(50);
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            }
        } while (answer == null || answer.statusCode() != status);
    }

    private HttpResponse<String> post(String key, String path, String idempotencyKey, Object body) throws Exception {
        var request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + steady.credential(key))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Tracker.json(body)));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey.replace(' ', '-'));
        }
        return send(path.split("/")[path.split("/").length - 1], request);
    }

    /** @return null when nobody answered */
    private HttpResponse<String> send(String what, HttpRequest.Builder request) throws InterruptedException {
        try {
            var answer = client.send(request.timeout(Duration.ofSeconds(40)).build(), BodyHandlers.ofString());
            note(what, answer.statusCode());
            return answer;
        } catch (IOException killed) {
            note(what, NO_ANSWER);
            return null;
        }
    }

    private void note(String what, int status) {
        statuses.computeIfAbsent(what + " " + status, any -> new AtomicLong()).incrementAndGet();
    }

    private URI at(String path) {
        var server = turn.incrementAndGet() % 2 == 0 ? steady : killed;
        return URI.create(server.url() + path);
    }

    private static String id(HttpResponse<String> answer) throws JsonProcessingException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new ObjectMapper().readTree(answer.body()).at("/data/id").asText();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
