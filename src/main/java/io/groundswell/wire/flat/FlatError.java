package io.groundswell.wire.flat;

import io.groundswell.wire.Failure;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** {@code {"error":"CODE","message":"text"}}. */
@RegisterForReflection(registerFullHierarchy = true)
public record FlatError(String error, String message) {

    public static FlatError of(Failure failure) {
        return new FlatError(code(failure), failure.message());
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
