package io.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.account.Limit;
import io.groundswell.account.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers on docs/limits.md are those of the code: constants, defaults of settings, and what plans grant. */
class LimitsPageTest {
    private static final Path PAGE = Path.of("docs/limits.md");
    private static final Path CODE = Path.of("src/test/resources/limits.txt");
    private static final Pattern SETTING = Pattern.compile("`((?:groundswell|quarkus)\\.[a-z.-]+[a-z]|…[a-z.-]+)`");

    private static final Pattern GRANT = Pattern.compile("`([a-z_]+)`");

    private final Settings settings = new Settings();
    private final List<String> faults = new ArrayList<>();

    private record Told(String begin, String values) {}

    private record Row(List<String> cells) {
        String about() {
            return cells.get(0);
        }

        boolean has(Value value) {
            return cells.stream().anyMatch(value::isIn);
        }
    }

    @Test
    void every_row_has_the_numbers_of_the_code() throws IOException {
        // Given
        var code = code();
        var rows = rows();
        // When
        var held = 0;
        for (var row : rows) {
            var values = holdSettings(row) + holdPlans(row);
            for (var told : about(row, code)) {
                values += hold(row, told.values());
            }
            if (values == 0) {
                faults.add("%s is not held against anything: tell in %s what it is by the code".formatted(row, CODE));
            }
            held += values;
        }
        code.stream()
                .map(Told::begin)
                .filter(begin -> rows.stream().noneMatch(row -> row.about().startsWith(begin)))
                .forEach(begin -> faults.add("No row begins with " + begin));
        // Then
        assertThat(faults).isEmpty();
        assertThat(held).isGreaterThan(rows.size());
    }

    /** The lines that tell most exactly which row they mean. */
    private static List<Told> about(Row row, List<Told> code) {
        var all = code.stream()
                .filter(told -> row.about().startsWith(told.begin()))
                .toList();
        var longest = all.stream().mapToInt(told -> told.begin().length()).max().orElse(0);
        return all.stream().filter(told -> told.begin().length() == longest).toList();
    }

    private int hold(Row row, String told) throws IOException {
        if (told.startsWith("- ")) {
            return 1;
        }
        var values = told.contains(" ~ ") ? Value.inFile(told) : Value.ofConstants(told);
        values.stream()
                .filter(value -> !row.has(value))
                .forEach(value -> faults.add("%s has not %s".formatted(row, value)));
        return values.size();
    }

    private int holdSettings(Row row) throws IOException {
        var held = 0;
        var before = "";
        var named = SETTING.matcher(String.join(" ", row.cells()));
        while (named.find()) {
            var key = settings.find(named.group(1), before);
            if (key.isEmpty()) {
                faults.add("%s names a setting that there is not: %s".formatted(row, named.group(1)));
                continue;
            }
            before = key.get();
            var value = settings.value(before);
            if (!value.isSwitch() && !row.has(value)) {
                faults.add("%s has not the default of %s, %s".formatted(row, before, value));
            }
            held++;
        }
        return held;
    }

    /** A row about what plans grant has it in the three cells after the first. */
    private int holdPlans(Row row) {
        var limits = GRANT.matcher(row.about())
                .results()
                .flatMap(name -> Limit.named(name.group(1)).stream())
                .toList();
        for (var plan : limits.isEmpty() ? new Plan[0] : Plan.values()) {
            var granted = limits.stream()
                    .map(limit -> limit.granted(plan, Map.of()))
                    .map(number -> number == Limit.UNLIMITED ? "any" : "%,d".formatted(number))
                    .collect(Collectors.joining(", "));
            var told = row.cells()
                    .get(1 + plan.ordinal())
                    .replaceFirst("^(any number|unlimited)$", "any")
                    .replaceFirst("^none$", "0");
            if (!told.equals(granted)) {
                faults.add("%s: the plan %s grants %s".formatted(row, plan, granted));
            }
        }
        return limits.size();
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.matches("\\| (limit|platform|field of an edit) .*"))
                .map(line -> new Row(List.of(line.replaceAll("^\\| | \\|$", "").split(" \\| ", -1))))
                .toList();
    }

    private static List<Told> code() throws IOException {
        return Files.readAllLines(CODE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 2))
                .map(parts -> new Told(parts[0], parts[1]))
                .toList();
    }
}
