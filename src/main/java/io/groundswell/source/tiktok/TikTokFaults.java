package io.groundswell.source.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.outbound.Answer;
import io.groundswell.source.SourceFailure;
import io.groundswell.source.SourceFailure.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

/** What TikTok's answers mean that are no success. */
final class TikTokFaults {
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_WORDS = 200;
    private static final Pattern ABSENCE =
            Pattern.compile("(?i)(can ?not|could not|cannot) find|not found|does ?n.t exist|not exist");
    private static final Set<String> REFUSED = Set.of(
            "access_denied",
            "invalid_client",
            "invalid_grant",
            "invalid_request",
            "invalid_scope",
            "unauthorized_client");

    private final Clock clock;

    TikTokFaults(Clock clock) {
        this.clock = clock;
    }

    static SourceFailure nonsense(String what) {
        return SourceFailure.of(Kind.NONSENSE, "TikTok's answer makes no sense: " + what);
    }

    /** Does nothing when it is a success. */
    void check(Answer answer, JsonNode body) {
        var code = body.path("error").path("code").asText("");
        var isSuccess = answer.status() >= 200 && answer.status() < 300;
        if (isSuccess && body.isObject() && (code.isEmpty() || code.equals("ok"))) {
            return;
        }
        throw switch (code) {
            case "access_token_invalid" -> said(Kind.TOKEN_OVER, body);
            case "scope_not_authorized", "scope_permission_missed" -> said(Kind.REFUSED, body);
            case "rate_limit_exceeded" -> limited(answer, "TikTok takes no more calls for now");
            case "daily_quota_limit_exceeded" ->
                SourceFailure.limited("TikTok takes no more calls today", untilTomorrow());
            case "invalid_params" -> said(isAbsent(body) ? Kind.ABSENT : Kind.NONSENSE, body);
            case "", "ok" -> byStatus(answer);
            default -> said(Kind.PASSING, body);
        };
    }

    private static boolean isAbsent(JsonNode body) {
        return ABSENCE.matcher(body.path("error").path("message").asText("")).find();
    }

    private SourceFailure byStatus(Answer answer) {
        return switch (answer.status()) {
            case 401 -> SourceFailure.of(Kind.TOKEN_OVER, "TikTok does not take the token");
            case 429 -> limited(answer, "TikTok takes no more calls for now");
            default ->
                answer.status() >= 200 && answer.status() < 300
                        ? nonsense("it is no JSON object")
                        : SourceFailure.passing("TikTok answered with status " + answer.status(), null);
        };
    }

    private SourceFailure limited(Answer answer, String message) {
        var asked = answer.retryAfter(clock);
        return SourceFailure.limited(message, asked == null || asked.isZero() ? USUAL_PAUSE : asked);
    }

    /** Its days begin at midnight in UTC. A minute more, as clocks differ. */
    private Duration untilTomorrow() {
        var now = clock.instant();
        return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS))
                .plus(USUAL_PAUSE);
    }

    /** In TikTok's words. */
    private static SourceFailure said(Kind kind, JsonNode body) {
        var error = body.path("error");
        var words = error.isTextual()
                ? error.asText() + ", " + body.path("error_description").asText("")
                : error.path("code").asText() + ", " + error.path("message").asText("");
        return SourceFailure.of(kind, "TikTok says: " + Told.clean(words, MOST_WORDS));
    }

    /** The same for whoever asks for a token, where errors look different. */
    void checkToken(Answer answer, JsonNode body) {
        var code = body.path("error").asText("");
        if (!code.isEmpty()) {
            throw said(REFUSED.contains(code) ? Kind.REFUSED : Kind.PASSING, body);
        }
        if (answer.status() < 200 || answer.status() > 299) {
            throw answer.status() == 429
                    ? limited(answer, "TikTok gives no more tokens for now")
                    : SourceFailure.passing("TikTok answered with status " + answer.status(), null);
        }
    }
}
