package io.groundswell.publishing.direct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.groundswell.outbound.Answer;
import io.groundswell.outbound.Call;
import io.groundswell.outbound.Outbound;
import io.groundswell.outbound.OutboundFailure;
import io.groundswell.publishing.direct.NetworkFailure.Kind;
import io.groundswell.text.Cut;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Calls to networks that speak JSON over HTTP. Failures are {@link NetworkFailure}. */
@ApplicationScoped
public class Line {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WORDS = 200;

    private final Outbound outbound;
    private final DirectConfig config;
    private final Clock clock;

    Line(Outbound outbound, DirectConfig config, Clock clock) {
        this.outbound = outbound;
        this.config = config;
        this.clock = clock;
    }

    /** What came back of a call that succeeded. */
    public record Reply(int status, JsonNode body) {}

    public Reply send(Call call, Allowance allowance) {
        return exchange(call.within(allowance.of(config.timeout())));
    }

    public Reply upload(Call call, Allowance allowance) {
        return exchange(call.within(allowance.of(config.uploadTimeout())));
    }

    private Reply exchange(Call call) {
        var host = call.address().getHost();
        var answer = answer(call.with("Accept", "application/json"));
        var body = read(answer);
        if (answer.status() >= 200 && answer.status() < 300) {
            if (body.isMissingNode()) {
                throw new NetworkFailure(Kind.MISPLACED, host + " does not answer as such a network does");
            }
            return new Reply(answer.status(), body);
        }
        throw failure(host, answer, body);
    }

    private Answer answer(Call call) {
        try {
            return outbound.send(call);
        } catch (OutboundFailure failure) {
            var kind =
                    switch (failure.kind()) {
                        case REFUSED_TARGET -> Kind.MISPLACED;
                        case HELD_BACK, NOT_SENT, NO_ANSWER, TOO_LARGE -> Kind.PASSING;
                    };
            throw new NetworkFailure(kind, failure.getMessage(), null, null, failure);
        }
    }

    private static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private NetworkFailure failure(String host, Answer answer, JsonNode body) {
        var code = body.path("error").asText(null);
        var words = body.path("message").asText(code);
        var message = words == null
                ? "%s answered with %d".formatted(host, answer.status())
                : "%s: %s".formatted(host, Cut.to(MOST_WORDS, words));
        var wait = answer.status() == 429 ? Waits.of(answer, clock) : null;
        return new NetworkFailure(kind(answer.status()), message, code, wait, null);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.REVOKED;
            case 404, 410 -> Kind.ABSENT;
            case 408 -> Kind.PASSING;
            case 429 -> Kind.LIMITED;
            default -> status >= 500 ? Kind.PASSING : status >= 400 ? Kind.REFUSED : Kind.MISPLACED;
        };
    }

    public static byte[] write(JsonNode body) {
        try {
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was built as JSON can be written", e);
        }
    }
}
