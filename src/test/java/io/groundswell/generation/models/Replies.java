package io.groundswell.generation.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.generation.models.ProviderServer.Answer;
import io.groundswell.generation.models.ProviderServer.Request;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as the providers document them. Well answers fit the form that the request carries. */
final class Replies {
    static final int IN = 1_000;
    static final int OUT = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {}

    static Answer well(Request request) {
        if (request.path().endsWith("/images/generations")) {
            return Answer.ok(picture(Pictures.png(96, 64)));
        }
        return Answer.ok(said(request, json(fitting(form(request))), "stop", IN, OUT));
    }

    /** Says whatever a test wants, as an answer of the asked provider that ended well. */
    static ProviderServer.Reply saying(String words) {
        return request -> Answer.ok(said(request, words, "stop", IN, OUT));
    }

    static ProviderServer.Reply charging(int in, int out) {
        return request -> Answer.ok(said(request, json(fitting(form(request))), "stop", in, out));
    }

    /** A fitting answer in which one field is another. */
    static ProviderServer.Reply with(String field, Object value) {
        return with(Map.of(field, value));
    }

    static ProviderServer.Reply with(Map<String, Object> others) {
        return request -> {
            var answer = fitting(form(request));
            answer.putAll(others);
            return Answer.ok(said(request, json(answer), "stop", IN, OUT));
        };
    }

    static ProviderServer.Reply cutOff() {
        return request -> Answer.ok(said(request, "{\"text\": \"It sto", "length", IN, OUT));
    }

    static ProviderServer.Reply declined() {
        return request -> Answer.ok(said(request, "", "refusal", IN, OUT));
    }

    static ProviderServer.Reply error(int status, String body) {
        return request -> Answer.error(status, body);
    }

    /** What each provider sends when one asks too much. */
    static ProviderServer.Reply limited(String retryAfter) {
        return request -> Answer.error(429, errorBody(request, "rate_limit_error", "Too many requests"))
                .with("Retry-After", retryAfter);
    }

    static ProviderServer.Reply broken(int status) {
        return request -> Answer.error(status, errorBody(request, "overloaded_error", "Overloaded"));
    }

    static ProviderServer.Reply late() {
        return request -> well(request).after(ProviderServer.TIMEOUT_MILLIS + 700);
    }

    static String errorBody(Request request, String type, String message) {
        return request.provider().equals("claude")
                ? json(Map.of("type", "error", "error", Map.of("type", type, "message", message)))
                : json(Map.of("error", Map.of("type", type, "code", type, "message", message)));
    }

    static String picture(byte[]... pngs) {
        var data = new ArrayList<Map<String, String>>();
        for (var png : pngs) {
            data.add(Map.of("b64_json", Base64.getEncoder().encodeToString(png)));
        }
        return json(Map.of("created", 1, "data", data));
    }

    private static String said(Request request, String words, String end, int in, int out) {
        return request.provider().equals("claude") ? claude(words, end, in, out) : openai(words, end, in, out);
    }

    private static String claude(String words, String end, int in, int out) {
        Map<String, Object> content;
        try {
            content = Map.of(
                    "type", "tool_use", "id", "toolu_1", "name", "answer", "input", JSON.readValue(words, Map.class));
        } catch (JsonProcessingException nonsense) {
            content = Map.of("type", "text", "text", words.isEmpty() ? " " : words);
        }
        var reason = Map.of("stop", "tool_use", "length", "max_tokens", "refusal", "refusal")
                .get(end);
        return json(Map.of(
                "id", "msg_1",
                "type", "message",
                "role", "assistant",
                "model", "claude-sonnet-4-5-20250929",
                "content", List.of(content),
                "stop_reason", reason,
                "usage", Map.of("input_tokens", in, "output_tokens", out)));
    }

    private static String openai(String words, String end, int in, int out) {
        var message = new LinkedHashMap<String, Object>();
        message.put("role", "assistant");
        message.put("content", end.equals("refusal") ? null : words);
        message.put("refusal", end.equals("refusal") ? "I cannot help with that." : null);
        return json(Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "gpt-4.1-mini-2025-04-14",
                "choices",
                List.of(Map.of(
                        "index", 0, "message", message, "finish_reason", end.equals("length") ? "length" : "stop")),
                "usage",
                Map.of("prompt_tokens", in, "completion_tokens", out, "total_tokens", in + out)));
    }

    /** The schema, wherever the provider's protocol has it. */
    private static JsonNode form(Request request) {
        var body = read(request.body());
        return request.provider().equals("claude")
                ? body.path("tools").path(0).path("input_schema")
                : body.path("response_format").path("json_schema").path("schema");
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Something that the schema allows, and the rules of the types as well. */
    private static Map<String, Object> fitting(JsonNode form) {
        var answer = new LinkedHashMap<String, Object>();
        form.path("properties").fieldNames().forEachRemaining(name -> answer.put(name, value(name, form)));
        return answer;
    }

    private static Object value(String name, JsonNode form) {
        return switch (name) {
            case "pillars" -> List.of(pillar("Running it", 3), pillar("Trusting it", 1));
            case "formats" -> formats(form);
            case "parts" -> List.of("One thing first.", "Then another.", "Then the last.");
            case "slides", "script" -> List.of("Stop here", "Look at this", "Try it today");
            case "options" -> List.of("Yes", "Not yet");
            case "hashtags" -> List.of("#SelfHosting");
            case "duration_hours" -> 24;
            case "confidence" -> 0.9;
            case "language" -> "en";
            case "text" -> "A server of your own takes one evening.";
            default -> "Words for " + name;
        };
    }

    private static Map<String, Object> pillar(String name, int weight) {
        return Map.of("name", name, "weight", weight, "topics", List.of(name + " one", name + " two", name + " three"));
    }

    private static List<Map<String, Object>> formats(JsonNode form) {
        var formats = new ArrayList<Map<String, Object>>();
        form.path("properties")
                .path("formats")
                .path("items")
                .path("properties")
                .path("platform")
                .path("enum")
                .forEach(platform -> formats.add(Map.of("platform", platform.asText(), "type", "post", "share", 1)));
        return formats;
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
