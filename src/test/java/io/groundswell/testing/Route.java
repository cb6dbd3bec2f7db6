package io.groundswell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
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

    static Route of(String text) {
        return new Route(text, Pattern.compile("\\Q" + text.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E"));
    }

    /** The one that an exchange's address leads to. */
    public static Optional<String> of(Exchange exchange, Collection<Route> routes) {
        return leading(exchange.method() + " " + exchange.path().split("\\?")[0], routes)
                .map(Route::text);
    }

    /** The one that a method and address lead to: that with the fewest variables, when several would do. */
    static Optional<Route> leading(String address, Collection<Route> routes) {
        return routes.stream()
                .filter(route -> route.form().matcher(address).matches())
                .min(Comparator.comparingInt(route -> route.text().split("\\{").length));
    }

    public String path() {
        return text.split(" ")[1];
    }
}
