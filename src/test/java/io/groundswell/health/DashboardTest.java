package io.groundswell.health;

import static io.groundswell.testing.Api.as;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.testing.Api;
import io.groundswell.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The dashboard for operators draws what the server tells. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DashboardTest {
    private static final Path DASHBOARD = Path.of("deploy/grafana/groundswell.json");
    private static final Path SOURCES = Path.of("src/main/java");

    /** A name in front of a selector or a bracket, with an underscore: functions and labels have neither. */
    private static final Pattern METRIC = Pattern.compile("[a-z]+(?:_[a-z]+)+(?=[{\\[)]|$)");

    private static final Pattern TOLD = Pattern.compile("^([a-z_]+)[{ ]", Pattern.MULTILINE);
    private static final Pattern OWN = Pattern.compile("\"(groundswell(?:\\.[a-z]+)+)\"");

    @Test
    void every_metric_of_the_dashboard_exists() throws IOException {
        // Given
        as(Api.OPERATOR).get("/internal/metrics");
        // When
        var drawn = new TreeSet<String>();
        var panels = new ObjectMapper().readTree(DASHBOARD.toFile()).findValues("expr");
        for (var expression : panels) {
            var names = names(METRIC, expression.asText());
            assertThat(names).as(expression.asText()).isNotEmpty();
            drawn.addAll(names);
        }
        // Then
        assertThat(panels).hasSizeGreaterThan(20).allMatch(JsonNode::isTextual);
        var told = names(TOLD, as(Api.OPERATOR).get("/internal/metrics").asString());
        // Counters and timers of our own are told from the first time that they count.
        var own = own();
        drawn.removeIf(name -> told.contains(name) || own.contains(name));
        assertThat(drawn).as("drawn, but never told").isEmpty();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.groupCount() == 0 ? found.group() : found.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> own() throws IOException {
        var all = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                OWN.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .map(name -> name.replace("\"", "").replace('.', '_'))
                        .forEach(name -> {
                            all.add(name);
                            all.add(name + "_total");
                            all.add(name + "_seconds_count");
                            all.add(name + "_seconds_sum");
                        });
            }
        }
        return all;
    }
}
