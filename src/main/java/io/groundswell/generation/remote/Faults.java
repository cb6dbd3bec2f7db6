package io.groundswell.generation.remote;

import static io.groundswell.generation.remote.RemoteFailure.Reason.DECLINED;
import static io.groundswell.generation.remote.RemoteFailure.Reason.DOWN;
import static io.groundswell.generation.remote.RemoteFailure.Reason.LIMITED;
import static io.groundswell.generation.remote.RemoteFailure.Reason.REJECTED;

import io.groundswell.generation.remote.RemoteFailure.Reason;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** What the providers mean by their statuses and error bodies. */
final class Faults {
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_WORDS = 200;
    private static final Set<String> DECLINING =
            Set.of("content_policy_violation", "moderation_blocked", "content_filter");
    private static final Set<String> USED_UP = Set.of("insufficient_quota", "billing_hard_limit_reached");

    private final Clock clock;

    Faults(Clock clock) {
        this.clock = clock;
    }

    RemoteFailure of(HttpResponse<String> answer) {
        var status = answer.statusCode();
        var error = Json.read(answer.body()).map(body -> body.path("error"));
        var code = error.map(
                        found -> found.path("code").asText(found.path("type").asText("")))
                .orElse("");
        var words = error.map(found -> found.path("message").asText("")).orElse("");
        return new RemoteFailure(reason(status, code), message(status, code, words), retryAfter(answer), null);
    }

    private static Reason reason(int status, String code) {
        if (DECLINING.contains(code)) {
            return DECLINED;
        }
        if (status == 429) {
            return USED_UP.contains(code) ? REJECTED : LIMITED;
        }
        return status == 408 || status >= 500 ? DOWN : REJECTED;
    }

    /** A refused key is not quoted, not even in part, as one provider does. */
    private static String message(int status, String code, String words) {
        var said = code.isEmpty() ? "" : " (" + shortened(code) + ")";
        return switch (status) {
            case 401, 403 -> "refuses the API key (status " + status + ")";
            case 404 -> "does not know the address or the model (status 404)" + said;
            case 429 -> "limits how much may be asked" + said;
            case 400, 413, 422 -> "rejects the request" + said + ": " + shortened(words);
            default -> "answers with status " + status + said;
        };
    }

    private static String shortened(String words) {
        var line = words.replaceAll("\\s+", " ");
        return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "…";
    }

    private Duration retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValue("retry-after").map(this::wait).orElse(null);
    }

    /** Seconds or a date; what is neither was not said. */
    private Duration wait(String header) {
        try {
            var wait = header.strip().matches("\\d{1,9}(\\.\\d{1,9})?")
                    ? Duration.ofMillis((long) Math.ceil(Double.parseDouble(header.strip()) * 1000))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? null : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
