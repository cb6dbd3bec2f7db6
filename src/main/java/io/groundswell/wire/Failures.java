package io.groundswell.wire;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.groundswell.database.DatabaseFaults;
import io.groundswell.shared.Kind;
import io.groundswell.shared.Refusal;
import io.groundswell.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.List;

/** Recognises what went wrong: turns any throwable into a {@link Failure}. */
@ApplicationScoped
public class Failures {
    private static final Comparator<Violation> BY_PARAM =
            Comparator.comparing(Violation::param).thenComparing(Violation::message);

    public Failure of(Throwable thrown, String requestId) {
        if (thrown instanceof Refusal refusal) {
            return refused(refusal, requestId);
        }
        if (thrown instanceof ConstraintViolationException invalid) {
            return invalid(
                    invalid.getConstraintViolations().stream()
                            .map(Failures::violation)
                            .sorted(BY_PARAM)
                            .toList(),
                    requestId);
        }
        var json = cause(thrown, JsonProcessingException.class);
        if (json != null
                && (thrown == json
                        || thrown instanceof WebApplicationException
                        || thrown instanceof JsonMerge.Unreadable)) {
            return invalid(JsonFaults.violations(json), JsonFaults.message(json), requestId);
        }
        if (JsonFaults.isUnreadableNumber(thrown)) {
            return Failure.of(400, "The body has a number that is out of range", requestId);
        }
        if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < 500) {
            return ofHttp(http.getResponse().getStatus(), requestId);
        }
        if (DatabaseFaults.passes(thrown)) {
            return new Failure(
                    503, null, "The database is not available right now. Try again shortly", List.of(), 2L, requestId);
        }
        if (cause(thrown, OutOfMemoryError.class) != null) {
            return new Failure(
                    503,
                    null,
                    "This server has too little memory for that right now. Ask for less, or try again later",
                    List.of(),
                    30L,
                    requestId);
        }
        return Failure.of(500, "Something went wrong on our side. Quote the request id when you report it", requestId);
    }

    private static Failure refused(Refusal refusal, String requestId) {
        var retryAfter = refusal.retryAfter() == null ? null : Waits.seconds(refusal.retryAfter());
        return new Failure(
                status(refusal.code().kind()),
                refusal.code(),
                refusal.getMessage(),
                refusal.violations(),
                retryAfter,
                requestId,
                refusal.details());
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case LIMIT_REACHED -> 402;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static Violation violation(ConstraintViolation<?> broken) {
        var path = broken.getPropertyPath().toString();
        // Drops the names of the method and of its argument, which callers never see.
        var field = path.replaceFirst("^[^.]*\\.[^.]*\\.?", "").replaceFirst("\\[\\d+](\\.<[^>]*>)?$", "");
        var param = Json.wireName(field);
        var message = message(broken);
        // The standard texts do not say what they are about, and not every contract has a place for the parameter.
        var told = param.isEmpty() || !Character.isLowerCase(message.charAt(0)) ? message : param + " " + message;
        return new Violation(param, told);
    }

    /** The standard text has a lower bound of 0 where none was meant, and another rule may refuse what is empty. */
    private static String message(ConstraintViolation<?> broken) {
        return broken.getConstraintDescriptor().getAnnotation() instanceof Size
                ? broken.getMessage().replaceFirst("^size must be between 0 and ", "size must be at most ")
                : broken.getMessage();
    }

    private static Failure invalid(List<Violation> violations, String requestId) {
        return invalid(violations, violations.get(0).message(), requestId);
    }

    private static Failure invalid(List<Violation> violations, String message, String requestId) {
        var ofFields = violations.stream()
                .filter(violation -> !violation.param().isEmpty())
                .toList();
        // Only the body itself has no name: it was null where there should be an object.
        var told = ofFields.size() == violations.size() ? message : "The body must be a JSON object";
        return new Failure(400, null, told, ofFields, null, requestId);
    }

    private static Failure ofHttp(int status, String requestId) {
        return switch (status) {
            case 404 -> Failure.of(404, "There is nothing at this address", requestId);
            case 405 -> Failure.of(405, "This address does not take this method", requestId);
            case 406 ->
                Failure.of(406, "This address answers with another type of content than Accept names", requestId);
            default -> Failure.of(status, "The request could not be read", requestId);
        };
    }

    /** A body of another type. JSON is named only where nothing else is taken: other endpoints take a body by that name, but no JSON in it. */
    Failure ofAnotherType(List<String> consumed, String requestId) {
        var others =
                consumed.stream().filter(type -> !type.equals(APPLICATION_JSON)).toList();
        var told = others.isEmpty() ? APPLICATION_JSON : String.join(" or ", others);
        return Failure.of(400, "Send the body as " + told, requestId);
    }

    private static <T extends Throwable> T cause(Throwable thrown, Class<T> type) {
        return thrown == null || type.isInstance(thrown) ? type.cast(thrown) : cause(thrown.getCause(), type);
    }
}
