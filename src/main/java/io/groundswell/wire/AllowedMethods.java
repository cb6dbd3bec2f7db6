package io.groundswell.wire;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** Which methods an address takes, and which types of content: the framework knows, but leaves it out of its 405 and 415. */
@ApplicationScoped
public class AllowedMethods {
    private record Route(String method, String path, Pattern address, List<String> consumed) {
        long variables() {
            return path.chars().filter(letter -> letter == '{').count();
        }
    }

    private volatile List<Route> routes;

    /** Comma-separated; the resources' own methods, without those that HTTP adds to them. */
    public String of(String path) {
        return at(path).map(Route::method).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** Types of content that a method takes at an address; none where it does not say. */
    List<String> consumed(String method, String path) {
        return at(path).filter(route -> route.method().equals(method))
                .flatMap(route -> route.consumed().stream())
                .distinct()
                .toList();
    }

    private Stream<Route> at(String path) {
        var matching = routes().stream()
                .filter(route -> route.address().matcher(path).matches())
                .toList();
        // A word takes an address before a variable does.
        var fewest = matching.stream().mapToLong(Route::variables).min().orElse(0);
        return matching.stream().filter(route -> route.variables() == fewest);
    }

    /** Every method and path of the server's resources, such as {@code GET /v1/tenant}. */
    public List<String> all() {
        return routes().stream()
                .map(route -> route.method() + " " + route.path())
                .sorted()
                .toList();
    }

    private List<Route> routes() {
        if (routes == null) {
            var found = new ArrayList<Route>();
            var mappers = ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers();
            RuntimeResourceVisitor.visitRuntimeResources("", mappers, new RuntimeResourceVisitor() {
                @Override
                public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                    if (method != null) {
                        found.add(new Route(method, path, address(path), consumed(resource)));
                    }
                }
            });
            routes = List.copyOf(found);
        }
        return routes;
    }

    private static List<String> consumed(RuntimeResource resource) {
        return resource.getConsumes() == null
                ? List.of()
                : resource.getConsumes().stream().map(MediaType::toString).toList();
    }

    private static Pattern address(String path) {
        return Pattern.compile("\\Q" + path.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E/?");
    }
}
