package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader goes through the first page and all guides, types what they say, and gets the answers that they print. */
class GuidesIT {
    private static final Path FIRST = Path.of("README.md");
    private static final Path GUIDES = Path.of("docs/guides");
    /** About machines that are not here. */
    private static final Set<String> ELSEWHERE = Set.of("deploy.md", "scale-out-on-citus.md");

    @TempDir
    static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        // As `make run` does, and with a token to have work done now that is done once a minute.
        server = RunningServer.start(
                Files.createDirectory(folder.resolve("data")),
                "groundswell.sandbox.live=true",
                "groundswell.source.sandbox=true",
                "groundswell.tracker.demo=true",
                "groundswell.development=true",
                "groundswell.operator-token=operator");
        // How many posts a first week has depends on the hour: guides are read in the morning.
        var morning = LocalDate.now(ZoneOffset.UTC).atTime(5, 0).toInstant(ZoneOffset.UTC);
        operator()
                .contentType("application/json")
                .body(Map.of("now", morning.toString()))
                .put("/internal/clock")
                .then()
                .statusCode(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static List<Guide> guides() throws IOException {
        var guides = new ArrayList<Guide>();
        guides.add(Guide.read(FIRST));
        try (var files = Files.list(GUIDES)) {
            files.sorted().map(Guide::read).forEach(guides::add);
        }
        return guides;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guides")
    @Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void each_command_is_answered_as_printed(Guide guide) {
        try (var reader = new Reader(guide, folder, server.url().substring("http://".length()))) {
            for (var step : guide.steps()) {
                assertThat(reader.follow(step, GuidesIT::tick)).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guides")
    void what_can_be_tried_is_tried(Guide guide) {
        assertThat(guide.elsewhere()).noneMatch(commands -> commands.contains("localhost:8080"));
        if (!ELSEWHERE.contains(guide.toString())) {
            assertThat(guide.commands()).contains("localhost:8080");
            assertThat(guide.answers()).isPositive();
        }
    }

    private static void tick() {
        operator().post("/internal/tick").then().statusCode(200);
    }

    private static RequestSpecification operator() {
        return RestAssured.given().baseUri(server.url()).header("Authorization", "Bearer operator");
    }
}
