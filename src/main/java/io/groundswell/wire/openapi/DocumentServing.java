package io.groundswell.wire.openapi;

import io.groundswell.text.Sha256;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the documents as the build wrote them. Caches may keep them, for they change with the server's version only, and are told when they
 * did not change.
 */
@ApplicationScoped
class DocumentServing {
    private static final Map<String, Document> AT = addresses(Map.of(
            "/v1/openapi", "missions",
            "/api/v1/openapi", "creators",
            "/internal/openapi", "operators",
            "/openapi", OwnDocuments.OF_SITE));

    private static final String FOUND = Document.class.getName();

    /** @param format null where the caller says which */
    private record Document(String name, Format format) {}

    private final OwnDocuments documents;
    private final Map<Document, String> tags = new ConcurrentHashMap<>();

    DocumentServing(OwnDocuments documents) {
        this.documents = documents;
    }

    void register(@Observes Filters filters) {
        // After what happens to every request, whose answers are not to be kept.
        filters.register(this::announce, 900);
        // After whatever else the framework does to requests, such as saying which origins may read the answer.
        filters.register(this::serve, 10);
    }

    private static Map<String, Document> addresses(Map<String, String> names) {
        var addresses = new HashMap<String, Document>();
        names.forEach((path, name) -> {
            addresses.put(path, new Document(name, null));
            addresses.put(path + ".json", new Document(name, Format.JSON));
            addresses.put(path + ".yaml", new Document(name, Format.YAML));
            addresses.put(path + ".yml", new Document(name, Format.YAML));
        });
        return Map.copyOf(addresses);
    }

    private void announce(RoutingContext context) {
        var path = context.normalizedPath();
        var document = AT.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (document == null) {
            context.next();
            return;
        }
        context.put(FOUND, document);
        var response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        response.putHeader(HttpHeaders.VARY, "Accept, Origin");
        if (document.format() == null) {
            context.next();
            return;
        }
        var tag = tags.computeIfAbsent(document, one -> tag(documents.read(one.name(), one.format())));
        response.putHeader(HttpHeaders.ETAG, tag);
        if (context.request().headers().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .anyMatch(tags -> has(tags, tag))) {
            response.setStatusCode(304).end();
        } else {
            context.next();
        }
    }

    /** @param tags any, or some with commas between, which whoever packs answers makes weak ones */
    private static boolean has(String tags, String tag) {
        return tags.strip().equals("*")
                || Arrays.stream(tags.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag::equals);
    }

    private void serve(RoutingContext context) {
        Document document = context.get(FOUND);
        if (document == null || context.request().method() == HttpMethod.OPTIONS) {
            context.next();
            return;
        }
        var format = document.format() == null ? asked(context) : document.format();
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, format.getMimeType() + ";charset=UTF-8")
                .end(Buffer.buffer(documents.read(document.name(), format)));
    }

    private static Format asked(RoutingContext context) {
        var accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        var json = accepted != null && accepted.contains(Format.JSON.getMimeType())
                || context.queryParam("format").stream().limit(1).anyMatch("JSON"::equalsIgnoreCase);
        return json ? Format.JSON : Format.YAML;
    }

    private static String tag(byte[] document) {
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(document)) + '"';
    }
}
