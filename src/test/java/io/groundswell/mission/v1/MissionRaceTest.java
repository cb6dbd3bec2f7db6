package io.groundswell.mission.v1;

import static io.groundswell.mission.v1.SomeMission.active;
import static io.groundswell.mission.v1.SomeMission.request;
import static io.groundswell.testing.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class MissionRaceTest {
    @Inject
    MissionDiary diary;

    private Api.Organization organization;

    @BeforeEach
    void open() {
        organization = Api.organization();
    }

    @Test
    void of_eight_equal_moves_at_once_one_wins() throws Exception {
        var id = active(organization.live());
        for (var move : List.of("pause", "resume", "complete")) {
            assertThat(statuses(atOnce(8, at -> call(id, move))))
                    .as(move)
                    .containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
        }
        assertThat(statuses(atOnce(8, at -> call(id, "delete"))))
                .containsExactly(200, 404, 404, 404, 404, 404, 404, 404);
        assertThat(diary.toldOf(id))
                .containsExactly(
                        "mission.created", "mission.started", "mission.paused", "mission.resumed", "mission.completed");
    }

    /** Each thread makes a few moves of its own choice; what they achieved together must have been possible in turn. */
    @Test
    void moves_at_once_leave_a_history_that_could_have_happened() throws Exception {
        for (var seed = 1; seed <= 10; seed++) {
            var id = active(organization.live());
            var random = new Random(seed);
            var plans = new ArrayList<List<String>>();
            for (var thread = 0; thread < 8; thread++) {
                plans.add(random.ints(4, 0, 12).mapToObj(MissionRaceTest::move).toList());
            }
            var results = atOnce(8, at -> results(id, plans.get(at)));
            assertPossible(id, results.stream().flatMap(List::stream).toList());
        }
    }

    private static String move(int dice) {
        return dice < 5 ? "pause" : dice < 10 ? "resume" : dice < 11 ? "complete" : "delete";
    }

    private record Result(String move, int status) {}

    private List<Result> results(String id, List<String> moves) {
        return moves.stream()
                .map(move -> new Result(move, call(id, move).statusCode()))
                .toList();
    }

    private void assertPossible(String id, List<Result> results) {
        assertThat(results).allSatisfy(result -> assertThat(result.status()).isIn(200, 404, 409));
        var pauses = wins("pause", results);
        var resumes = wins("resume", results);
        var completions = wins("complete", results);
        var deletions = wins("delete", results);
        assertThat(pauses - resumes).isBetween(0L, 1L);
        assertThat(completions).isBetween(0L, 1L);
        assertThat(deletions).isBetween(0L, 1L);
        var last = completions == 1 ? "completed" : pauses > resumes ? "paused" : "active";
        if (deletions == 1) {
            assertThat(last).isNotEqualTo("active");
            call(id, "get").then().statusCode(404);
        } else {
            call(id, "get").then().statusCode(200).body("status", equalTo(last));
        }
        var told = diary.toldOf(id);
        assertThat(Collections.frequency(told, "mission.paused")).isEqualTo((int) pauses);
        assertThat(Collections.frequency(told, "mission.resumed")).isEqualTo((int) resumes);
        assertThat(Collections.frequency(told, "mission.completed")).isEqualTo((int) completions);
    }

    private static long wins(String move, List<Result> results) {
        return results.stream()
                .filter(result -> result.move().equals(move) && result.status() == 200)
                .count();
    }

    @Test
    void twenty_creations_at_once_with_one_key_make_one_mission() throws Exception {
        // When
        var responses = atOnce(20, at -> create("Spring launch"));
        // Then
        assertThat(statuses(responses)).containsOnly(201);
        assertThat(responses.stream().map(Response::asString).distinct()).hasSize(1);
        as(organization.live()).get("/v1/missions").then().body("total", equalTo(1));
        assertThat(diary.toldOf(responses.get(0).path("id"))).containsExactly("mission.created", "mission.started");
        create("Another")
                .then()
                .statusCode(409)
                .body("error.code", equalTo("conflict"))
                .body("error.param", equalTo("Idempotency-Key"));
    }

    private Response create(String name) {
        return as(organization.live())
                .header("Idempotency-Key", "launch")
                .body(request("name", name, "start_immediately", true))
                .post("/v1/missions");
    }

    private Response call(String id, String move) {
        var address = "/v1/missions/" + id;
        return switch (move) {
            case "get" -> as(organization.live()).get(address);
            case "delete" -> as(organization.live()).delete(address);
            default -> as(organization.live()).post(address + "/" + move);
        };
    }

    private interface Act<T> {
        T by(int thread) throws Exception;
    }

    private static <T> List<T> atOnce(int threads, Act<T> act) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var barrier = new CyclicBarrier(threads);
            var acts = new ArrayList<Callable<T>>();
            for (var at = 0; at < threads; at++) {
                var thread = at;
                acts.add(() -> {
                    barrier.await();
                    return act.by(thread);
                });
            }
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(acts)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Integer> statuses(List<Response> responses) {
        return responses.stream().map(Response::statusCode).sorted().toList();
    }
}
