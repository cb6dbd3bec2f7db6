package io.groundswell.wire.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.groundswell.wire.Failure;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Locale;

/** {@code {"data":null,"error":"text","meta":{"code",…}}}; a 404 has no {@code meta}. */
@RegisterForReflection(registerFullHierarchy = true)
public record EnvelopeError(
        Nothing data, String error, @Nullable Meta meta) {

    /**
     * @param required scope, which the key has not
     * @param limitKey the limit that is reached, with what there is and what there may be
     * @param tierRetentionDays how many days back the plan reaches, and to which day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Meta(
            String code,
            @Nullable List<Issue> issues,
            @JsonProperty("retryAfter") @Nullable Long retryAfter,
            @Nullable String required,
            @Nullable List<String> granted,
            @JsonProperty("limitKey") @Nullable String limitKey,
            @Nullable Long current,
            @Nullable Long max,
            @Nullable Long tierRetentionDays,
            @Nullable String oldestAllowed) {}

    public record Issue(String path, String message) {}

    public static EnvelopeError of(Failure failure) {
        return new EnvelopeError(null, failure.message(), failure.status() == 404 ? null : meta(failure));
    }

    private static Meta meta(Failure failure) {
        var details = failure.details();
        @SuppressWarnings("unchecked")
        var granted = (List<String>) details.get("granted");
        return new Meta(
                code(failure),
                failure.status() == 400 ? issues(failure) : null,
                failure.retryAfterSeconds(),
                (String) details.get("required"),
                granted,
                (String) details.get("limitKey"),
                (Long) details.get("current"),
                (Long) details.get("max"),
                (Long) details.get("tier_retention_days"),
                (String) details.get("oldest_allowed"));
    }

    /** At least one: what is wrong with no parameter is wrong with the whole request. */
    private static List<Issue> issues(Failure failure) {
        return failure.violations().isEmpty()
                ? List.of(new Issue("request", failure.message()))
                : failure.violations().stream()
                        .map(violation -> new Issue(violation.param(), violation.message()))
                        .toList();
    }

    private static String code(Failure failure) {
        if (failure.code() != null && failure.code().published()) {
            return failure.code().name().toLowerCase(Locale.ROOT);
        }
        return switch (failure.status()) {
            case 401 -> "invalid_api_key";
            case 402 -> "limit_reached";
            case 403 -> "forbidden";
            case 405 -> "method_not_allowed";
            case 409 -> "conflict";
            case 410 -> "gone";
            case 429 -> "rate_limit_exceeded";
            case 500 -> "internal_error";
            case 503 -> "service_unavailable";
            default -> "invalid_body";
        };
    }
}
