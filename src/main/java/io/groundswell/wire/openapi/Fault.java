package io.groundswell.wire.openapi;

import java.util.Map;
import java.util.function.Predicate;

/**
 * One way in which operations refuse.
 *
 * @param mayBe which operations do, by the rules of their contract
 */
public record Fault(int status, String code, String when, Predicate<Endpoint> mayBe) {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "BadRequest"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Gone"),
            Map.entry(413, "TooLarge"),
            Map.entry(422, "Unprocessable"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(500, "InternalError"),
            Map.entry(503, "Unavailable"));

    /** Refused only where the code says so, with {@link Refuses}. */
    public static Fault named(int status, String code, String when) {
        return new Fault(status, code, when, endpoint -> endpoint.ownCodes().contains(code));
    }

    /** What responses of the status are called where a document keeps those that operations share. */
    static String name(int status) {
        return NAMES.get(status);
    }

    /** Whether the answer is stored with an Idempotency-Key. */
    boolean isKept() {
        return status < 500 && status != 401 && status != 403 && status != 429;
    }

    /** Whether those are counted who are refused so, also where nothing else is limited. */
    boolean countsCallers() {
        return status == 401 || status == 429;
    }

    boolean tellsWhenToRetry() {
        return status == 429 || status == 503;
    }
}
