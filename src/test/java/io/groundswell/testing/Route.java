package io.groundswell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One of the operations that there are, such as {@code GET /v1/missions/{id}}. */
public record Route(String text, Pattern form) {
    private static final Path FILE = Path.of("src/test/resources/routes.txt");

    public static List<Route> all() {
        try {
            return Files.readAllLines(FILE).stream()
                    .map(line -> Route.of(line.replaceAll("\\{([^:}]*):[^}]*}", "{$1}")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Route of(String text) {
        return new Route(text, Pattern.compile("\\Q" + text.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E"));
    }

    /** The one that an exchange's address leads to: that with the fewest variables, when several would do. */
    public static Optional<String> of(Exchange exchange, List<Route> routes) {
        var address = exchange.method() + " " + exchange.path().split("\\?")[0];
        return routes.stream()
                .filter(route -> route.form().matcher(address).matches())
                .map(Route::text)
                .min(Comparator.comparingInt(text -> text.split("\\{").length));
    }

    public String path() {
        return text.split(" ")[1];
    }
}
