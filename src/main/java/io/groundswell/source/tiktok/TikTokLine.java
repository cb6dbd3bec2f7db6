package io.groundswell.source.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.groundswell.outbound.Answer;
import io.groundswell.outbound.Call;
import io.groundswell.outbound.Outbound;
import io.groundswell.outbound.OutboundFailure;
import io.groundswell.source.SourceFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls to TikTok. */
@ApplicationScoped
class TikTokLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Outbound outbound;
    private final TikTokConfig config;
    private final TikTokFaults faults;

    TikTokLine(Outbound outbound, TikTokConfig config, Clock clock) {
        this.outbound = outbound;
        this.config = config;
        this.faults = new TikTokFaults(clock);
    }

    /** What stands under {@code data}. */
    JsonNode get(String path, String fields, String token) {
        return data(Call.get(address(path, fields)), token);
    }

    /** What stands under {@code data}. */
    JsonNode post(String path, String fields, String token, JsonNode body) {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return data(Call.post(address(path, fields), "application/json", bytes), token);
    }

    private URI address(String path, String fields) {
        return URI.create(config.baseUrl() + path + "?fields=" + fields);
    }

    private JsonNode data(Call call, String token) {
        var answer = send(call.with("Authorization", "Bearer " + token));
        var body = read(answer);
        faults.check(answer, body);
        if (!body.path("data").isObject()) {
            throw TikTokFaults.nonsense("there is no data in it");
        }
        return body.get("data");
    }

    /** Another token, for what stands in the form. */
    JsonNode token(Map<String, String> form) {
        var text = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var address = URI.create(config.baseUrl() + "/v2/oauth/token/");
        var answer =
                send(Call.post(address, "application/x-www-form-urlencoded", text.getBytes(StandardCharsets.UTF_8)));
        var body = read(answer);
        faults.checkToken(answer, body);
        return body;
    }

    private Answer send(Call call) {
        try {
            return outbound.send(call.with("Accept", "application/json").within(config.timeout()));
        } catch (OutboundFailure failure) {
            throw SourceFailure.passing("TikTok does not answer: " + failure.getMessage(), failure);
        }
    }

    /** Missing when it is none. */
    private static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
