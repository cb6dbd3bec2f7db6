package io.groundswell.work;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.testing.Receiver;
import io.groundswell.testing.RunningServer;
import io.groundswell.testing.Tracker;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three servers on one database do all background work at once, on their schedules and by calls for it, while missions, events,
 * snapshots and exports come in at each of them. Nothing is done twice, and nothing is left undone.
 */
class InstancesIT {
    private static final int INSTANCES = 3;
    /** At once, of each instance: of many more, not all would find a time to be published. */
    private static final int MISSIONS = 3;

    private static final int DAYS = 3;
    /** Longer runs by hand: {@code -Dinstances.seconds=60}. */
    private static final Duration LOAD = Duration.ofSeconds(Long.getLong("instances.seconds", 10));

    /** All in all less than the thirty days after which missions of the test mode are deleted. */
    private static final int MORE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path data;

    private final List<RunningServer> servers = new ArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();
    private Receiver receiver;
    private String site;
    private String project;
    private Duration ahead = Duration.ZERO;

    @BeforeEach
    void start() throws Exception {
        receiver = Receiver.answering(call -> 200);
        String[] options = {
            "groundswell.operator-token=operator",
            "groundswell.development=true",
            "groundswell.outbound.private-targets=true",
            "quarkus.datasource.jdbc.max-size=12",
            // One at a time, or the first to look takes all that is due before the others look.
            "groundswell.publishing.deliveries=1"
        };
        servers.add(RunningServer.start(Files.createDirectory(data.resolve("0")), options));
        var others = new ArrayList<Future<RunningServer>>();
        for (var number = 1; number < INSTANCES; number++) {
            var folder = Files.createDirectory(data.resolve(String.valueOf(number)));
            others.add(callers.submit(() -> RunningServer.beside(servers.get(0), folder, options)));
        }
        for (var other : others) {
            servers.add(other.get());
        }
        site = servers.get(0).openSite();
        for (var key : List.of("AMP_TEST_KEY", "AMP_API_KEY")) {
            accepted(
                    201,
                    as(0, key)
                            .body(Map.of("url", receiver.url("/"), "events", List.of("*")))
                            .post("/v1/webhooks"));
        }
        project = accepted(
                        201, as(0, "TGA_API_KEY").body(Map.of("name", "Launch")).post("/api/v1/projects"))
                .path("data.id");
    }

    @AfterEach
    void stop() throws InterruptedException {
        over.set(true);
        callers.shutdown();
        assertThat(callers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
        // The one that brought the database goes last.
        for (var number = servers.size() - 1; number >= 0; number--) {
            servers.get(number).close();
        }
        receiver.close();
    }

    @Test
    void all_work_is_done_once() throws Exception {
        var ticking = IntStream.range(0, INSTANCES)
                .mapToObj(instance -> callers.submit(() -> tick(instance)))
                .toList();
        var events = load();
        awaitNothingDue();
        moveThroughTheDays();
        for (var more = 0; more < MORE && !everybodyWorked(); more++) {
            for (var mission = 0; mission < MISSIONS * INSTANCES; mission++) {
                startMission(mission % INSTANCES);
            }
            awaitNothingDue();
            moveThroughTheDays();
        }
        System.out.println(
                "Done by each: " + servers.stream().map(InstancesIT::done).toList());
        assertThat(everybodyWorked()).isTrue();
        over.set(true);
        for (var one : ticking) {
            one.get();
        }

        assertMissionsAreDoneOnce();
        assertWebhooksAreToldOnce();
        assertEventsCountOnce(events);
        assertCreatorsAreToldOnce();
        assertThat(servers).allSatisfy(server -> assertThat(server.log()).doesNotContain("\"level\":\"ERROR\""));
    }

    private Void tick(int instance) {
        while (!over.get()) {
            var answer = as(instance, "operator").post("/internal/tick");
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.<List<String>>path("failed")).isEmpty();
        }
        return null;
    }

    /** The number of different events that were told. */
    private int load() throws Exception {
        var until = System.nanoTime() + LOAD.toNanos();
        var loads = new ArrayList<Future<Integer>>();
        for (var instance = 0; instance < INSTANCES; instance++) {
            var own = instance;
            loads.add(callers.submit(() -> {
                var turns = 0;
                while (System.nanoTime() < until) {
                    turn(own, turns++);
                }
                return turns;
            }));
        }
        var turns = 0;
        for (var one : loads) {
            turns += one.get();
        }
        return turns * 20;
    }

    private void turn(int instance, int turn) throws Exception {
        if (turn < MISSIONS) {
            startMission(instance);
            accepted(
                    201,
                    as(instance, "AMP_TEST_KEY").body(Map.of("format", "csv")).post("/v1/analytics/export"));
            growCreator(instance + "_" + turn);
        }
        var events = IntStream.range(0, 20)
                .mapToObj(event -> Map.of(
                        "token",
                        site,
                        "event",
                        "page_view",
                        "user_id",
                        "u" + event,
                        "event_id",
                        instance + "-" + turn + "-" + event))
                .toList();
        // The second time at somebody else: a resend that takes another way.
        together(
                () -> accepted(202, track(instance, events)),
                () -> accepted(202, track((instance + 1) % INSTANCES, events)));
    }

    private void startMission(int instance) {
        accepted(
                201,
                as(instance, "AMP_TEST_KEY")
                        .body(Map.of(
                                "name",
                                "Race",
                                "objectives",
                                List.of("Show that nothing is done twice"),
                                "platforms",
                                List.of("twitter", "linkedin"),
                                "duration_days",
                                DAYS,
                                "start_immediately",
                                true,
                                "constraints",
                                Map.of("posts_per_day", 2, "require_approval", false)))
                        .post("/v1/missions"));
    }

    /** Follows a creator past two milestones; all instances are told the same of it. */
    private void growCreator(String handle) throws Exception {
        String creator = accepted(
                        201,
                        as(0, "TGA_API_KEY")
                                .body(Map.of("tiktok_handle", "race_" + handle))
                                .post("/api/v1/projects/" + project + "/creators"))
                .path("data.id");
        accepted(
                201,
                as(0, "TGA_API_KEY")
                        .body(Map.of("type", "posts", "period", "daily", "target", 1))
                        .post("/api/v1/creators/" + creator + "/goals"));
        var hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var snapshots = List.of(
                Map.of("at", hour.minus(Duration.ofHours(3)).toString(), "followers", 900),
                Map.of("at", hour.minus(Duration.ofHours(2)).toString(), "followers", 1_100),
                Map.of("at", hour.minus(Duration.ofHours(1)).toString(), "followers", 5_200));
        var tellings = new ArrayList<Callable<?>>();
        for (var instance = 0; instance < INSTANCES; instance++) {
            var own = instance;
            tellings.add(() -> accepted(
                    200,
                    as(own, "TGA_API_KEY")
                            .body(Map.of("snapshots", snapshots))
                            .post("/api/v1/creators/" + creator + "/snapshots")));
        }
        together(tellings.toArray(new Callable<?>[0]));
    }

    private Response track(int instance, List<?> events) {
        return RestAssured.given()
                .baseUri(servers.get(instance).url())
                .header("User-Agent", Tracker.BROWSER)
                .contentType("application/json")
                .body(Map.of("events", events))
                .post("/track/batch");
    }

    /** Day by day, each time when all that was due is done: clocks of real instances differ by seconds, not by days. */
    private void moveThroughTheDays() throws Exception {
        for (var hours : List.of(24, 24, 24 * (DAYS - 2) - 1, 2, 47)) {
            ahead = ahead.plusHours(hours);
            var now = Instant.now().plus(ahead);
            together(IntStream.range(0, INSTANCES)
                    .mapToObj(instance -> (Callable<?>) () -> accepted(
                            200,
                            as(instance, "operator")
                                    .body(Map.of("now", now.toString()))
                                    .put("/internal/clock")))
                    .toArray(Callable<?>[]::new));
            awaitNothingDue();
        }
    }

    private void awaitNothingDue() throws InterruptedException {
        Backlog.awaitNone(servers.get(0), ahead, PATIENCE);
    }

    private void assertMissionsAreDoneOnce() {
        var database = servers.get(0);
        assertThat(database.rows("select distinct status from mission")).containsExactly(List.of("COMPLETED"));
        assertThat(database.count("select count(*) from content"))
                .isPositive()
                .isEqualTo(database.count("select count(*) from calendar_slot"))
                .isEqualTo(database.count("select count(distinct content_id) from calendar_slot"));
        assertThat(database.rows("select distinct status from content")).containsExactly(List.of("PUBLISHED"));
        assertThat(database.count("select count(*) from sandbox_post"))
                .isEqualTo(database.count("select count(*) from content"));
        assertThat(database.count("select count(*) from sandbox_post where told > 1"))
                .isZero();
        assertThat(database.count("select count(*) from ledger_entry where state <> 'SETTLED'"))
                .isZero();
        assertThat(database.count("select count(*) - count(distinct reference) from ledger_entry"))
                .isZero();
        assertThat(database.rows("select distinct status from export")).containsExactly(List.of("COMPLETED"));
        for (var once : List.of("content.created", "content.published", "mission.started", "mission.completed")) {
            assertThat(database.count("select count(*) - count(distinct subject_id) from outbox_event where type = '%s'"
                            .formatted(once)))
                    .as(once)
                    .isZero();
        }
    }

    private void assertWebhooksAreToldOnce() {
        var told = receiver.received().stream()
                .map(Receiver.Received::eventId)
                .filter(id -> id != null)
                .toList();
        assertThat(told).doesNotHaveDuplicates();
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        servers.get(0).rows("select id from outbox_event where body is not null").stream()
                                .map(row -> row.get(0))
                                .toList());
        assertThat(servers.get(0).rows("select distinct status from webhook_delivery"))
                .containsExactly(List.of("SUCCEEDED"));
    }

    private void assertEventsCountOnce(int events) {
        assertThat(servers.get(0).count("select count(*) from event")).isEqualTo(events);
        for (var instance = 0; instance < INSTANCES; instance++) {
            var answer = RestAssured.given()
                    .baseUri(servers.get(instance).url())
                    .header("X-API-Key", servers.get(0).credential("AAK_API_KEY"))
                    .get("/stats?project=shop&since=30d");
            assertThat(accepted(200, answer).<Integer>path("totals.total_events"))
                    .isEqualTo(events);
            assertThat(answer.<Integer>path("totals.unique_users")).isEqualTo(20);
        }
    }

    private void assertCreatorsAreToldOnce() {
        var database = servers.get(0);
        var creators = database.count("select count(*) from creator");
        assertThat(database.count("select count(*) from annotation where kind = 'CREATOR_MILESTONE'"))
                .isEqualTo(2 * creators);
        assertThat(database.rows("select data ->> 'creator_id', data ->> 'threshold', count(*) from outbox_event"
                        + " where type = 'creator.milestone' group by 1, 2 having count(*) > 1"))
                .isEmpty();
        assertThat(database.count("select count(*) from alert where kind = 'GOAL_MISSED'"))
                .isPositive()
                .isEqualTo(database.count("select count(distinct cause) from alert where kind = 'GOAL_MISSED'"))
                .isEqualTo(database.count("select count(*) from outbox_event where type = 'creator.goal_missed'"));
    }

    /** Else the race was none: some hands may take all of a few jobs. */
    private boolean everybodyWorked() {
        return servers.stream().allMatch(server -> done(server).keySet().containsAll(List.of("pipeline", "publisher")));
    }

    /** How much each of the rounds has done that did anything. */
    private static Map<String, Double> done(RunningServer server) {
        return RestAssured.given()
                .baseUri(server.url())
                .header("Authorization", "Bearer operator")
                .get("/internal/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("groundswell_round_done_total") && !line.endsWith(" 0.0"))
                .collect(toMap(
                        line -> line.replaceAll(".*round=\"([^\"]+)\".*", "$1"),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ')))));
    }

    private RequestSpecification as(int instance, String credential) {
        return RestAssured.given()
                .baseUri(servers.get(instance).url())
                .contentType("application/json")
                .header(
                        "Authorization",
                        "Bearer "
                                + (credential.endsWith("_KEY") ? servers.get(0).credential(credential) : credential));
    }

    private static Response accepted(int status, Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return answer;
    }

    private void together(Callable<?>... calls) throws Exception {
        var running = new ArrayList<Future<?>>();
        for (var call : calls) {
            running.add(callers.submit(call));
        }
        for (var one : running) {
            one.get();
        }
    }
}
