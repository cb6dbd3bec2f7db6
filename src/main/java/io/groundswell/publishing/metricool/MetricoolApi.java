package io.groundswell.publishing.metricool;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.outbound.Answer;
import io.groundswell.outbound.Call;
import io.groundswell.outbound.Outbound;
import io.groundswell.outbound.OutboundFailure;
import io.groundswell.publishing.metricool.MetricoolFailure.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Metricool over HTTP. */
@ApplicationScoped
class MetricoolApi {
    private final Outbound outbound;
    private final MetricoolConfig config;
    private final Answers answers;

    MetricoolApi(Outbound outbound, MetricoolConfig config, Clock clock) {
        this.outbound = outbound;
        this.config = config;
        this.answers = new Answers(clock);
    }

    /** An answer with what it said about further calls. */
    record Told(JsonNode data, Long callsLeft) {}

    JsonNode get(Login login, String path, Map<String, String> query) {
        return ask(login, path, query).data();
    }

    /** A question that gets no answer is asked once more: the connection may have been one that was closed meanwhile. */
    Told ask(Login login, String path, Map<String, String> query) {
        var call = Call.get(address(login, path, query));
        try {
            return send(call, login);
        } catch (MetricoolFailure failure) {
            if (failure.kind() != Kind.UNKNOWN || failure.getCause() == null) {
                throw failure;
            }
            return send(call, login);
        }
    }

    JsonNode post(Login login, String path, JsonNode body) {
        var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return send(Call.post(address(login, path, Map.of()), "application/json", bytes), login)
                .data();
    }

    void delete(Login login, String path) {
        send(Call.delete(address(login, path, Map.of())), login);
    }

    private URI address(Login login, String path, Map<String, String> query) {
        var parameters = new LinkedHashMap<String, String>();
        if (login.userId() != null) {
            parameters.put("userId", login.userId());
        }
        parameters.put("blogId", login.blogId());
        parameters.putAll(query);
        return URI.create(config.baseUrl() + path + "?"
                + parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private Told send(Call call, Login login) {
        var answer = answer(call.with("X-Mc-Auth", login.token())
                .with("Accept", "application/json")
                .within(config.timeout()));
        return new Told(answers.data(answer), Answers.callsLeft(answer));
    }

    private Answer answer(Call call) {
        try {
            return outbound.send(call);
        } catch (OutboundFailure failure) {
            var kind =
                    switch (failure.kind()) {
                        case REFUSED_TARGET, HELD_BACK, NOT_SENT -> Kind.UNREACHED;
                        case NO_ANSWER, TOO_LARGE -> Kind.UNKNOWN;
                    };
            throw new MetricoolFailure(kind, "Metricool does not answer: " + failure.getMessage(), null, failure);
        }
    }
}
