package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.wire.Contract;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The server's own description of one contract. */
public final class ApiDocument {
    /** Where each contract's document is; a contract that is not here has none. */
    public static final Map<Contract, String> ADDRESSES = Map.of(
            Contract.MISSIONS, "/v1/openapi.json",
            Contract.CREATORS, "/api/v1/openapi.json",
            Contract.OPERATORS, "/internal/openapi.json",
            Contract.PAGES, "/openapi.json",
            Contract.SITE, "/openapi.json");

    private static final Map<String, ApiDocument> KNOWN = new ConcurrentHashMap<>();

    private final JsonNode root;
    private final JsonSchemas schemas;
    private final Map<Route, Operation> byRoute = new LinkedHashMap<>();

    private ApiDocument(JsonNode root) {
        this.root = root;
        this.schemas = new JsonSchemas(root);
        operations().forEach(operation -> byRoute.put(Route.of(operation.toString()), operation));
    }

    /** One operation. */
    public record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The one that describes an address; it is read once for each server. */
    public static Optional<ApiDocument> of(String path) {
        return Optional.ofNullable(ADDRESSES.get(Contract.of(path))).map(ApiDocument::at);
    }

    public static ApiDocument at(String address) {
        return KNOWN.computeIfAbsent("http://localhost:" + RestAssured.port + address, url -> {
            try (var body = URI.create(url).toURL().openStream()) {
                return new ApiDocument(new ObjectMapper().readTree(body));
            } catch (IOException e) {
                throw new AssertionError("No document at " + url, e);
            }
        });
    }

    public JsonNode root() {
        return root;
    }

    public JsonSchemas schemas() {
        return schemas;
    }

    public Stream<Operation> operations() {
        return root.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(method -> new Operation(method.getKey().toUpperCase(), path.getKey(), method.getValue())));
    }

    /** The one that an address leads to: that with the fewest variables, when several would do. */
    Optional<Operation> find(String method, String address) {
        return Route.leading(method + " " + address.replaceFirst("(?<=.)/$", ""), byRoute.keySet())
                .map(byRoute::get);
    }

    /** What stands here, or what it refers to. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").textValue().substring(1)) : node;
    }
}
