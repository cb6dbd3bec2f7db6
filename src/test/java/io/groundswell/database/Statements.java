package io.groundswell.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.query.PutTogether;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every statement that the product sends by itself, and where it is from. */
final class Statements {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SOURCES = Path.of("src/main/java");

    private final Map<String, String> byPlace = new TreeMap<>();

    static Map<String, String> all() throws Exception {
        var all = new Statements();
        for (var type : classes()) {
            for (var field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && canHold(field.getType())) {
                    field.setAccessible(true);
                    all.add(type.getName().replace("io.groundswell.", "") + "." + field.getName(), field.get(null));
                }
            }
        }
        all.add("query.Statement", PutTogether.statements());
        all.addCopies();
        return all.byPlace;
    }

    /** How the database would run a statement whose parameters nobody binds. */
    static JsonNode plan(Connection connection, String statement) throws JsonProcessingException {
        var parameter = new int[1];
        var numbered = Pattern.compile("\\?\\??")
                .matcher(statement)
                .replaceAll(found -> found.group().equals("??") ? "?" : "\\$" + ++parameter[0]);
        try (var sql = connection.createStatement();
                var result = sql.executeQuery("explain (generic_plan, verbose, format json) " + numbered)) {
            result.next();
            return new ObjectMapper().readTree(result.getString(1)).get(0).get("Plan");
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    private static boolean canHold(Class<?> type) {
        return type == Sql.class || Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private void add(String place, Object value) {
        if (value instanceof Sql sql) {
            byPlace.put(place, sql.statement());
        } else if (value instanceof Map<?, ?> map) {
            add(place, map.values());
        } else if (value instanceof Collection<?> some) {
            var nth = 0;
            for (var each : some) {
                add(place + "#" + ++nth, each);
            }
        }
    }

    /** The rows of organizations are copied table by table. */
    private void addCopies() throws ReflectiveOperationException {
        var all = Class.forName("io.groundswell.account.OwnedTables").getDeclaredMethod("all");
        all.setAccessible(true);
        for (var table : (List<?>) all.invoke(null)) {
            var query = table.getClass().getDeclaredMethod("query");
            query.setAccessible(true);
            add("account.OwnedTables " + byPlace.size(), Sql.text((String) query.invoke(table)));
        }
    }

    private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
        var types = new ArrayList<Class<?>>();
        try (var files = Files.walk(CLASSES.resolve("io"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".class"))
                    .filter(Statements::isFromSource)
                    .toList()) {
                var name = CLASSES.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
                types.add(Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
            }
        }
        return types;
    }

    /** Only what is written by hand: parts for native executables cannot be loaded here. */
    private static boolean isFromSource(Path file) {
        var source = SOURCES.resolve(CLASSES.relativize(file).toString().replaceFirst("(\\$.*)?\\.class$", ".java"));
        try {
            return Files.exists(source)
                    && !source.endsWith("package-info.java")
                    && !Files.readString(source).contains("com.oracle.svm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of classes that put statements together otherwise than in constants. */
    static List<Path> sourcesNaming(Collection<String> tables) throws IOException {
        var named = Pattern.compile(
                "\\b(from|into|update|join|using|table)\\s+(only\\s+)?(" + String.join("|", tables) + ")\\b");
        try (var files = Files.walk(SOURCES)) {
            var some = new ArrayList<Path>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (named.matcher(Files.readString(file)).find()) {
                    some.add(SOURCES.resolve("io/groundswell").relativize(file));
                }
            }
            return some;
        }
    }
}
