package io.groundswell.wire.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.shared.Violation;
import io.groundswell.wire.Failure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Locale;

/** {@code {"error":{"code","message","doc_url","request_id"}}}, with {@code param} when one field is to blame. */
@RegisterForReflection(registerFullHierarchy = true)
public record V1Error(Body error) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Body(
            String code,
            String message,
            @Nullable String param,
            String docUrl,
            String requestId,
            @Nullable Long retryAfter,
            @Nullable List<Violation> errors) {}

    public static V1Error of(Failure failure, String docUrl) {
        var code = code(failure);
        var errors = failure.violations().isEmpty() ? null : failure.violations();
        return new V1Error(new Body(
                code,
                failure.message(),
                failure.param(),
                docUrl + "#" + code,
                failure.requestId(),
                failure.retryAfterSeconds(),
                errors));
    }

    private static String code(Failure failure) {
        if (failure.code() != null && failure.code().published()) {
            return failure.code().name().toLowerCase(Locale.ROOT);
        }
        return switch (failure.status()) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 409 -> "conflict";
            case 422 -> "validation_error";
            case 429 -> "rate_limit_exceeded";
            case 500 -> "internal_error";
            case 503 -> "service_unavailable";
            default -> "invalid_request";
        };
    }
}
