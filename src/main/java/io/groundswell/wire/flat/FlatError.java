package io.groundswell.wire.flat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.groundswell.wire.Failure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;

/** {@code {"error":"CODE","message":"text"}}, with a reason where there is one. */
@RegisterForReflection(registerFullHierarchy = true)
public record FlatError(
        String error,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {

    public static FlatError of(Failure failure) {
        return new FlatError(
                code(failure),
                failure.message(),
                failure.code() == null ? null : failure.code().reason());
    }

    private static String code(Failure failure) {
        if (failure.code() != null && failure.code().published()) {
            return failure.code().name();
        }
        return switch (failure.status()) {
            case 401 -> "AUTH_REQUIRED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 409 -> "CONFLICT";
            case 413 -> "BODY_TOO_LARGE";
            case 429 -> "RATE_LIMITED";
            case 500 -> "INTERNAL_ERROR";
            case 503 -> "UNAVAILABLE";
            default -> "INVALID_BODY";
        };
    }
}
