package io.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key is on docs/configuration.md as the code has it. {@code -Ddocs.write=true} writes the page anew. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String BEGIN = "<!-- Written by ConfigurationPageTest from the interfaces: begin -->\n";
    private static final String END = "<!-- end -->\n";

    @Test
    void the_page_lists_the_keys_that_the_code_reads() throws IOException {
        // Given
        var page = Files.readString(PAGE);
        var begin = page.indexOf(BEGIN) + BEGIN.length();
        var end = page.indexOf(END);
        var written = page.substring(begin, end);
        // When
        var rendered = rendered();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + rendered + page.substring(end));
            return;
        }
        // Then
        assertThat(written)
                .as("%s is stale; write it anew with -Ddocs.write=true", PAGE)
                .isEqualTo(rendered);
    }

    private static String rendered() throws IOException {
        var page = new StringBuilder();
        for (var mapping : mappings()) {
            var prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
            var source = source(mapping);
            page.append("\n## `%s`\n\n%s\n\n".formatted(prefix, about(source, mapping.getSimpleName())))
                    .append("| key | type | default | meaning |\n|---|---|---|---|\n");
            keys(mapping, prefix, body(source, mapping.getSimpleName())).forEach(page::append);
        }
        return page.append("\n").toString();
    }

    /** In the order of their prefixes, so that a new one is easy to find. */
    private static List<? extends Class<?>> mappings() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith("Config.java"))
                    .map(file -> SOURCES.relativize(file).toString().replaceAll("\\.java$", ""))
                    .map(name -> type(name.replace('/', '.')))
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .sorted(Comparator.comparing((Class<?> type) ->
                            type.getAnnotation(ConfigMapping.class).prefix()))
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String source(Class<?> type) throws IOException {
        return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    }

    /** The source of one interface from its first brace on. Nested ones stand behind the methods of their parent. */
    private static String body(String source, String name) {
        return source.substring(source.indexOf("interface " + name + " {"));
    }

    private static Stream<String> keys(Class<?> type, String prefix, String body) {
        return Arrays.stream(type.getDeclaredMethods())
                .sorted(Comparator.comparingInt(method -> place(body, method)))
                .flatMap(method -> key(method, prefix + "." + kebab(method.getName()), body));
    }

    private static Stream<String> key(Method method, String key, String body) {
        var type = method.getReturnType();
        if (type.isInterface() && type.getEnclosingClass() == method.getDeclaringClass()) {
            return keys(type, key, body(body, type.getSimpleName()));
        }
        var preset = method.getAnnotation(WithDefault.class);
        return Stream.of("| `%s` | %s | %s | %s |\n"
                .formatted(
                        type == Map.class ? key + ".<name>" : key,
                        kind(method.getGenericReturnType()),
                        preset == null ? "" : "`" + preset.value() + "`",
                        about(body, method)));
    }

    private static int place(String body, Method method) {
        return body.indexOf(" " + method.getName() + "();");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static String kind(Type type) {
        if (type instanceof ParameterizedType wrapped) {
            var inner = wrapped.getActualTypeArguments();
            return kind(inner[inner.length - 1]);
        }
        return Map.<Type, String>of(
                        boolean.class, "yes or no",
                        int.class, "number",
                        long.class, "number",
                        Integer.class, "number",
                        Duration.class, "duration",
                        BigDecimal.class, "number",
                        Path.class, "path",
                        String.class, "text")
                .getOrDefault(type, type.getTypeName());
    }

    private static String about(String source, String type) {
        return comment(source, source.indexOf("public interface " + type));
    }

    private static String about(String body, Method method) {
        return comment(body, place(body, method));
    }

    /** The Javadoc that belongs to what stands at that place: only annotations and a type may be in between. */
    private static String comment(String source, int place) {
        var before = source.substring(0, place);
        var comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+\\((?:\\w+ = )?\"[^\"]*\"\\)\\s*)*[\\w<>, @().]*$",
                        Pattern.DOTALL)
                .matcher(before);
        assertThat(comment.find())
                .as("Javadoc before%n%s", source.substring(place, Math.min(source.length(), place + 60)))
                .isTrue();
        return Optional.of(comment.group(1)).stream()
                .flatMap(String::lines)
                .map(line -> line.replaceFirst("^\\s*\\*?\\s*", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@code ([^}]*)}", "`$1`");
    }
}
