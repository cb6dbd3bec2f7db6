package io.groundswell.wire.page;

import io.groundswell.wire.OperatorsContract;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where people try the contracts out, and type keys in. The framework brings the program for it, and a page with scripts in its
 * midst; ours takes the place of that one, so that no script runs but those that are files of this server.
 */
@ApplicationScoped
class ApiPage {
    /** Before the framework's own files, and behind what every request goes through. */
    private static final int ORDER = -1;

    private static final String FOLDER = "/docs/api";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** The program draws its pictures as data, brings a style along within itself, and asks nobody but this server. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** Stands in the lines of both files that are about operators alone. */
    private static final String OF_OPERATORS = "/internal/";

    private final String page;
    private final String start;

    ApiPage(OperatorsContract operators) {
        this.page = read("api.html", operators);
        this.start = read("api.js", operators);
    }

    private static String read(String name, OperatorsContract operators) {
        return PageFile.read(ApiPage.class, name)
                .lines()
                .filter(line -> operators.isServed() || !line.contains(OF_OPERATORS))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    void register(@Observes Router router) {
        router.route(FOLDER + "*").order(ORDER).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        PageHeaders.putPublic(context.response(), POLICY);
        if (!READING.contains(context.request().method())) {
            context.next();
            return;
        }
        switch (context.normalizedPath()) {
            case FOLDER + "/", FOLDER + "/index.html" -> answer(context, "text/html", page);
            case FOLDER + "/start.js" -> answer(context, "text/javascript", start);
            default -> context.next();
        }
    }

    private static void answer(RoutingContext context, String type, String text) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8")
                .end(text);
    }
}
