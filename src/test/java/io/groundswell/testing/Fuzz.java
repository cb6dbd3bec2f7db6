package io.groundswell.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Values for a schema: often such as it wants, now and then what nobody sends. */
final class Fuzz {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "null",
            "true",
            "-1",
            "0",
            "9223372036854775808",
            "1e400",
            "NaN",
            "2026-02-30",
            "0000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "+999999999-12-31T23:59:59-18:00",
            "2026-01-01T25:61:61Z",
            "Mars/Olympus",
            "../../etc/passwd",
            "%00",
            "\u0000",
            "\uD83D\uDE00\u202E\u0301",
            "\uFFFF",
            "=cmd|' /C calc'!A0",
            "'; drop table mission; --",
            "<script>alert(1)</script>",
            "http://127.0.0.1:1/",
            "https://[::1]/",
            "a".repeat(300),
            "é".repeat(9_000));

    private final Random random;
    private final ApiDocument document;

    Fuzz(Random random, ApiDocument document) {
        this.random = random;
        this.document = document;
    }

    boolean oneIn(int turns) {
        return random.nextInt(turns) == 0;
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    String oddText() {
        return any(ODD_TEXTS);
    }

    /** Near what the schema tells; fields that need not be there are, half of the time. */
    JsonNode like(JsonNode schema) {
        return like(schema, 0);
    }

    private JsonNode like(JsonNode wanted, int depth) {
        var schema = document.resolve(wanted);
        if (oneIn(40) || depth > DEEPEST) {
            return odd();
        }
        for (var choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return like(
                        schema.path(choice)
                                .get(random.nextInt(schema.path(choice).size())),
                        depth + 1);
            }
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        if (schema.has("example") && oneIn(2)) {
            return schema.get("example");
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(random.nextDouble() * 100);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> text(schema);
            default -> odd();
        };
    }

    /** Nullable ones have several types. */
    private String type(JsonNode schema) {
        var type = schema.path("type");
        if (!type.isArray()) {
            return type.asText(schema.has("properties") ? "object" : "");
        }
        return type.get(random.nextInt(type.size())).asText();
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(field -> {
            if (required.contains(field.getKey()) ? !oneIn(30) : oneIn(2)) {
                object.set(field.getKey(), like(field.getValue(), depth + 1));
            }
        });
        if (oneIn(20)) {
            object.set(oddText(), odd());
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        var size = oneIn(30) ? 300 : random.nextInt(4);
        for (var at = 0; at < size; at++) {
            array.add(like(schema.path("items"), depth + 1));
        }
        return array;
    }

    private long whole(JsonNode schema) {
        var least = schema.path("minimum").asLong(0);
        var most = schema.path("maximum").asLong(least + 1_000);
        return switch (random.nextInt(8)) {
            case 0 -> least - 1;
            case 1 -> most == Long.MAX_VALUE ? most : most + 1;
            case 2 -> Long.MAX_VALUE;
            case 3 -> Long.MIN_VALUE;
            default -> least + Math.floorMod(random.nextLong(), Math.max(1, Math.min(most - least, 1_000)));
        };
    }

    private JsonNode text(JsonNode schema) {
        if (oneIn(10)) {
            return TextNode.valueOf(oddText());
        }
        return TextNode.valueOf(
                switch (schema.path("format").asText()) {
                    case "date" -> "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
                    case "date-time" -> "2026-%02d-01T10:00:00Z".formatted(1 + random.nextInt(12));
                    case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
                    case "uri" -> "https://example.com/" + random.nextInt(100);
                    case "email" -> "someone%d@example.com".formatted(random.nextInt(1_000));
                    default -> "word" + random.nextInt(1_000);
                });
    }

    JsonNode odd() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(BigInteger.TWO.pow(200));
            case 4 -> JSON.numberNode(new BigDecimal(any(List.of("-0.1e-300", "1e-16383", "-9e-20000", "9e307"))));
            case 5 -> JSON.arrayNode();
            case 6 -> JSON.objectNode();
            case 7 -> JSON.arrayNode().add(JSON.nullNode()).add(JSON.objectNode());
            default -> TextNode.valueOf(oddText());
        };
    }

    /** What is no JSON, or not the JSON of anybody. */
    String broken(String body) {
        return switch (random.nextInt(6)) {
            case 0 -> body.substring(0, random.nextInt(body.length() + 1));
            case 1 -> body + "}";
            case 2 -> "[".repeat(3_000) + "]".repeat(3_000);
            case 3 -> body.replace("\"", "'");
            case 4 -> "";
            default -> "{\"a\":" + "9".repeat(2_000) + "}";
        };
    }
}
