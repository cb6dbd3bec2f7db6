package io.groundswell.wire;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.vertx.VertxInputStream;

/** How much is read of a body, whatever length it declares: of uploads what they may have, of all others not much. */
@ApplicationScoped
class BodyFence {
    /** Behind that of the framework, which is the same for every path, and before anything reads. */
    private static final int ORDER = -1;
    /** Some more than a body may have, so that whoever reads it can say that it is too large. */
    private static final long MARGIN = 3L << 20;

    private static final Pattern UPLOADS = Pattern.compile("(?:/api/v1)?/projects/[^/]+/import/?");
    /** Thousands of things in one body, each with its id. */
    private static final Pattern LARGE = Pattern.compile("/api/v1/projects/[^/]+/snapshots/?");

    private static final int LARGER = 2;

    private final WireConfig config;

    BodyFence(WireConfig config) {
        this.config = config;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::limit);
    }

    private void limit(RoutingContext context) {
        context.put(VertxInputStream.MAX_REQUEST_SIZE_KEY, most(context.normalizedPath()) + MARGIN);
        context.next();
    }

    /**
     * In bytes.
     *
     * @param path as it is routed, however it was spelled
     */
    long most(String path) {
        if (UPLOADS.matcher(path).matches()) {
            return config.maxUploadBytes();
        }
        return LARGE.matcher(path).matches() ? (long) LARGER * config.maxBodyBytes() : config.maxBodyBytes();
    }
}
