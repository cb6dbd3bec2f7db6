package io.groundswell.wire.openapi;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the documents as the build wrote them. Caches may keep them, for they change with the server's version only, and are told when they
 * did not change.
 */
@ApplicationScoped
class DocumentServing {
    private static final Map<String, String> NAMES = Map.of(
            "/v1/openapi", "missions",
            "/api/v1/openapi", "creators",
            "/internal/openapi", "operators",
            "/openapi", OwnDocuments.OF_SITE);

    private final OwnDocuments documents;
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    DocumentServing(OwnDocuments documents) {
        this.documents = documents;
    }

    void register(@Observes Filters filters) {
        // After what happens to every request, whose answers are not to be kept.
        filters.register(this::announce, 900);
        // After whatever else the framework does to requests, such as saying which origins may read the answer.
        filters.register(this::serve, 10);
    }

    private void announce(RoutingContext context) {
        var path = context.normalizedPath();
        var name = name(path);
        if (name.isEmpty()) {
            context.next();
            return;
        }
        var response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        response.putHeader(HttpHeaders.VARY, "Accept, Origin");
        if (!path.contains(".")) {
            context.next();
            return;
        }
        var tag = tags.computeIfAbsent(path, one -> tag(documents.read(name.get(), format(context))));
        response.putHeader(HttpHeaders.ETAG, tag);
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            context.next();
        }
    }

    private void serve(RoutingContext context) {
        var name = name(context.normalizedPath());
        var method = context.request().method();
        if (name.isEmpty() || !(method == HttpMethod.GET || method == HttpMethod.HEAD)) {
            context.next();
            return;
        }
        var format = format(context);
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, format.getMimeType() + ";charset=UTF-8")
                .end(Buffer.buffer(documents.read(name.get(), format)));
    }

    private static Optional<String> name(String path) {
        return Optional.ofNullable(NAMES.get(path.replaceFirst("\\.(json|yaml|yml)$", "")));
    }

    /** That of the address; without one, YAML, unless JSON is asked for. */
    private static Format format(RoutingContext context) {
        var path = context.normalizedPath();
        if (path.contains(".")) {
            return path.endsWith(".json") ? Format.JSON : Format.YAML;
        }
        var accepted = Optional.ofNullable(context.request().getHeader(HttpHeaders.ACCEPT))
                .orElse("");
        var json = context.queryParam("format").contains("JSON") || accepted.contains("application/json");
        return json ? Format.JSON : Format.YAML;
    }

    private static String tag(byte[] document) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(document);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
