package io.groundswell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every JSON on the pages of the contracts is such as one of the contract's operations was recorded to take or to answer: it has these
 * fields, with values of these kinds, and lacks none without saying so with {@code …}.
 */
class ApiPagesTest {
    private static final Path PAGES = Path.of("docs/api");
    private static final Pattern BLOCK = Pattern.compile("^```json\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("public String name\\(\\) \\{\\s+return \"([a-z_-]+)\";");
    /**
     * Rows of tables, in which there is whatever the table has; outputs of stages that begin days after the first request of a
     * transcript; how far a stage is while it runs, when a transcript waits until it has run; and what is told to webhooks, where tests
     * of deliveries read it. Each by the beginning of the example, and by the end of what is told of it where that is all.
     */
    private static final Map<String, String> UNRECORDED = Map.of(
            "internal.md {\"table\":", "",
            "internal.md {\"rows\":", "",
            "v1.md {\"mission_id\":", ": [$.pipeline.stages.publish has no progress_percent]",
            "v1.md {\"generated\":70", "",
            "v1.md {\"insights\":", "",
            "webhooks.md {\"id\":\"evt_", "");

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Example(String page, int line, JsonNode value) {}

    @Test
    void each_example_is_such_as_was_recorded() throws IOException {
        // Given
        var examples = examples();
        var recorded = recorded();
        // When
        var faults = examples.stream()
                .flatMap(example -> fault(example, recorded).stream())
                .toList();
        // Then
        assertThat(faults)
                .filteredOn(fault -> UNRECORDED.entrySet().stream().noneMatch(known -> isKnown(fault, known)))
                .isEmpty();
        assertThat(UNRECORDED.entrySet())
                .allSatisfy(known -> assertThat(faults).anyMatch(fault -> isKnown(fault, known)));
        assertThat(examples).hasSizeGreaterThan(100);
    }

    private static boolean isKnown(String fault, Map.Entry<String, String> known) {
        return fault.startsWith(known.getKey()) && fault.endsWith(known.getValue());
    }

    @Test
    void a_tick_is_told_with_rounds_that_there_are() throws IOException {
        var tick = examples().stream()
                .filter(example -> example.value().has("done"))
                .findFirst()
                .orElseThrow();
        var rounds = new HashSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                NAME.matcher(Files.readString(file)).results().forEach(name -> rounds.add(name.group(1)));
            }
        }
        tick.value().get("done").fieldNames().forEachRemaining(name -> assertThat(rounds)
                .as("rounds")
                .contains(name.equals("…") ? rounds.iterator().next() : name));
        assertThat(rounds).hasSizeGreaterThan(50);
    }

    private static Optional<String> fault(Example example, Map<String, Seen> recorded) {
        var belongs = belongsTo(example.page());
        var told = example.value().toString();
        return recorded.entrySet().stream()
                .filter(entry -> belongs.test(entry.getKey().split(" ")[1]))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().differences(example.value())))
                .min(Comparator.comparingInt(entry -> weight(entry.getValue())))
                .filter(closest -> !closest.getValue().isEmpty())
                .map(closest -> "%s %s…, line %d, held against %s: %s"
                        .formatted(
                                example.page(),
                                told.substring(0, Math.min(told.length(), 40)),
                                example.line(),
                                closest.getKey(),
                                closest.getValue()));
    }

    private static int weight(List<Seen.Difference> differences) {
        return differences.stream().mapToInt(Seen.Difference::weight).sum();
    }

    private static List<Example> examples() throws IOException {
        var examples = new ArrayList<Example>();
        try (var files = Files.list(PAGES)) {
            for (var file : files.sorted().toList()) {
                var text = Files.readString(file);
                var block = BLOCK.matcher(text);
                while (block.find()) {
                    var line = (int) text.substring(0, block.start()).lines().count() + 1;
                    try (var values =
                            JSON.readerFor(JsonNode.class).<JsonNode>readValues(PrintedAnswer.whole(block.group(1)))) {
                        values.readAll()
                                .forEach(value -> examples.add(
                                        new Example(file.getFileName().toString(), line, value)));
                    }
                }
            }
        }
        return examples;
    }

    /** By operation, and apart for what it is sent, what it answers, and how it refuses. */
    private static Map<String, Seen> recorded() throws IOException {
        var routes = Route.all();
        var recorded = new TreeMap<String, Seen>();
        for (var transcript : Transcript.below("")) {
            for (var exchange : transcript.exchanges()) {
                var route = Route.of(exchange, routes).orElse(exchange.method() + " " + exchange.path());
                var refused = exchange.status() >= 400;
                learn(recorded, route + (refused ? " refused" : " answered"), exchange.answer());
                if (!refused) {
                    learn(recorded, route + " sent", exchange.body());
                }
            }
        }
        var parts = new TreeMap<String, Seen>();
        recorded.forEach((operation, seen) -> parts.putAll(seen.parts(operation)));
        return parts;
    }

    private static void learn(Map<String, Seen> recorded, String key, String text) throws IOException {
        if (text != null && text.startsWith("{")) {
            try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
                var seen = recorded.computeIfAbsent(key, one -> new Seen());
                values.readAll().forEach(seen::see);
            }
        }
    }

    private static Predicate<String> belongsTo(String page) {
        return switch (page) {
            case "v1.md", "webhooks.md" -> path -> path.startsWith("/v1/");
            case "creators.md" -> path -> path.startsWith("/api/v1/");
            case "internal.md" -> path -> path.startsWith("/internal/");
            case "errors.md" -> path -> true;
            default -> path -> !path.matches("/(v1|api|internal)/.*");
        };
    }
}
