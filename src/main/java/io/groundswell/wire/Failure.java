package io.groundswell.wire;

import io.groundswell.shared.ErrorCode;
import io.groundswell.shared.Violation;
import java.util.List;

/**
 * A request that went wrong, before a contract dresses it.
 *
 * @param code null when the failure comes from HTTP itself
 * @param retryAfterSeconds null when waiting does not help
 */
public record Failure(
        int status,
        ErrorCode code,
        String message,
        List<Violation> violations,
        Long retryAfterSeconds,
        String requestId) {

    /** The one parameter to blame, or null. */
    public String param() {
        return violations.isEmpty() ? null : violations.get(0).param();
    }
}
