package io.groundswell;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A number or a stretch of time of the code, and how a page may write it. */
record Value(String name, Object value) {
    private static final List<Path> ROOTS = List.of(
            Path.of("src/main/java/io/groundswell"),
            Path.of("src/main/resources/io/groundswell"),
            Path.of("src/main/resources"),
            Path.of("src/main"));
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d_]*");
    private static final Pattern SHIFTED = Pattern.compile("(.*)([+-]1)");
    private static final Pattern TIME = Pattern.compile(
            "(?<before>ofSeconds\\(|_MS = |_MILLIS = |_timeout=)?(?<number>\\d[\\d_.]*)(?<unit>S| \\* 60 \\* 1000|D)?");
    private static final Map<String, Long> UNITS = Map.of(
            "ofSeconds(", 1_000L,
            "_MS = ", 1L,
            "_MILLIS = ", 1L,
            "_timeout=", 1L,
            "S", 1_000L,
            " * 60 * 1000", 60_000L,
            "D", 86_400_000L);
    private static final BigDecimal QUADRILLION = BigDecimal.TEN.pow(15);

    /** @param names as {@code feature/Class.CONSTANT}, with commas in between */
    static List<Value> ofConstants(String names) {
        return Stream.of(names.split(", ")).flatMap(Value::ofConstant).toList();
    }

    private static Stream<Value> ofConstant(String told) {
        var shifted = SHIFTED.matcher(told);
        if (shifted.matches()) {
            return ofConstant(shifted.group(1))
                    .map(one -> new Value(told, Integer.parseInt(shifted.group(2)) + (int) one.value()));
        }
        var dot = told.lastIndexOf('.');
        try {
            var type = Class.forName("io.groundswell." + told.substring(0, dot).replace('/', '.'));
            var field = type.getDeclaredField(told.substring(dot + 1));
            field.setAccessible(true);
            var value = field.get(null);
            return value instanceof List<?> several
                    ? several.stream().map(one -> new Value(told, one))
                    : Stream.of(new Value(told, value));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("There is no " + told, e);
        }
    }

    /** The numbers, or the time, of a text that has to be in a file. */
    static List<Value> inFile(String told) throws IOException {
        var parts = told.split(" ~ ", 2);
        for (var root : ROOTS) {
            var file = root.resolve(parts[0]);
            if (Files.exists(file) && Files.readString(file).contains(parts[1])) {
                var time = TIME.matcher(parts[1]);
                return time.find() && (time.group("before") != null || time.group("unit") != null)
                        ? List.of(new Value(told, time(time)))
                        : NUMBER.matcher(parts[1])
                                .results()
                                .map(number -> new Value(told, number.group().replace("_", "")))
                                .toList();
            }
        }
        throw new AssertionError("There is no " + told);
    }

    private static Duration time(Matcher told) {
        var number = new BigDecimal(told.group("number").replace("_", ""));
        var unit = UNITS.get(told.group("unit") == null ? told.group("before") : told.group("unit"));
        return Duration.ofMillis(number.multiply(BigDecimal.valueOf(unit)).longValueExact());
    }

    boolean isSwitch() {
        return List.of("true", "false").contains(value);
    }

    boolean isIn(String text) {
        return writings().stream()
                .anyMatch(writing -> Pattern.compile("(?<![\\d.,])" + Pattern.quote(writing) + "(?![\\d]|[.,]\\d)")
                        .matcher(text)
                        .find());
    }

    private List<String> writings() {
        if (value instanceof Duration time) {
            return writings(time);
        }
        var text = value.toString();
        return text.matches("-?[\\d.]+(E\\d+)?") ? writings(new BigDecimal(text)) : List.of(text);
    }

    private static List<String> writings(Duration time) {
        var seconds = BigDecimal.valueOf(time.toMillis()).movePointLeft(3).stripTrailingZeros();
        var writings = new ArrayList<>(List.of(seconds.toPlainString() + " s"));
        add(writings, time.toMillis(), Duration.ofMinutes(1), "%d min", "a minute", "1 minute");
        add(writings, time.toMillis(), Duration.ofHours(1), "%d h", "an hour", "1 hour");
        add(writings, time.toMillis(), Duration.ofHours(1), "%d hours");
        add(writings, time.toMillis(), Duration.ofMinutes(1), "%d minutes");
        add(writings, time.toMillis(), Duration.ofDays(1), "%d days", "a day");
        // Of days that are counted, and not told as such.
        add(writings, time.toMillis(), Duration.ofDays(1), "day %d");
        return writings;
    }

    private static void add(List<String> writings, long millis, Duration unit, String many, String... one) {
        if (millis % unit.toMillis() == 0) {
            var count = millis / unit.toMillis();
            writings.add(many.formatted(count));
            writings.addAll(count == 1 ? List.of(one) : List.of());
        }
    }

    private static List<String> writings(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return List.of(
                    number.toPlainString(),
                    number.movePointRight(2).stripTrailingZeros().toPlainString() + " %");
        }
        var whole = number.longValueExact();
        var writings = new ArrayList<>(List.of("%,d".formatted(whole), String.valueOf(whole)));
        addBytes(writings, whole, 1L << 10, " KiB");
        addBytes(writings, whole, 1L << 10, " Ki");
        addBytes(writings, whole, 1L << 20, " MiB");
        addBytes(writings, whole, 1L << 30, " GiB");
        if (number.compareTo(QUADRILLION) == 0) {
            writings.addAll(List.of("10¹⁵", "10^15"));
        }
        return writings;
    }

    private static void addBytes(List<String> writings, long bytes, long unit, String name) {
        if (bytes > 0 && bytes % unit == 0) {
            writings.add(bytes / unit + name);
        }
    }

    @Override
    public String toString() {
        return name + " = " + value;
    }
}
