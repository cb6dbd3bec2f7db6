package io.groundswell.wire;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Violation;
import java.util.List;
import java.util.Map;

/**
 * A request that went wrong, before a contract dresses it.
 *
 * @param code null when the failure comes from HTTP itself
 * @param retryAfterSeconds null when waiting does not help
 * @param details facts for programs, by their names
 */
public record Failure(
        int status,
        ErrorCode code,
        String message,
        List<Violation> violations,
        Long retryAfterSeconds,
        String requestId,
        Map<String, Object> details) {

    public Failure(
            int status,
            ErrorCode code,
            String message,
            List<Violation> violations,
            Long retryAfterSeconds,
            String requestId) {
        this(status, code, message, violations, retryAfterSeconds, requestId, Map.of());
    }

    /** Neither a code of ours nor a parameter belongs to it, and waiting does not help. */
    static Failure of(int status, String message, String requestId) {
        return new Failure(status, null, message, List.of(), null, requestId);
    }

    /** The one parameter to blame, or null. */
    public String param() {
        return violations.isEmpty() ? null : violations.get(0).param();
    }
}
