package io.groundswell.wire.openapi;

import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets caches keep the documents, for they change with the server's version only, and tells those that did not change. */
@ApplicationScoped
class DocumentCaching {
    private static final Map<String, String> NAMES = Map.of(
            "/v1/openapi", "missions",
            "/api/v1/openapi", "creators",
            "/internal/openapi", "operators",
            "/openapi", "<default>");

    private final OpenApiDocumentService documents;
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    DocumentCaching(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    /** After what happens to every request, whose answers are not to be kept. */
    void register(@Observes Filters filters) {
        filters.register(this::announce, 900);
    }

    private void announce(RoutingContext context) {
        var path = context.normalizedPath();
        var name = NAMES.get(path.replaceFirst("\\.(json|yaml|yml)$", ""));
        if (name == null) {
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
        var tag = tags.computeIfAbsent(path, one -> tag(documents.getDocument(name, format(one))));
        response.putHeader(HttpHeaders.ETAG, tag);
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
        } else {
            context.next();
        }
    }

    private static Format format(String path) {
        return path.endsWith(".json") ? Format.JSON : Format.YAML;
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
