package io.groundswell.shared;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The one exception of the domain: a request that cannot be granted, with a reason its caller can act on. */
public final class Refusal extends RuntimeException {

    /** The reasons that belong to no feature. */
    public enum Input implements ErrorCode {
        INVALID_INPUT(Kind.INVALID),
        IMPOSSIBLE_INPUT(Kind.UNPROCESSABLE);

        private final Kind kind;

        Input(Kind kind) {
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }
    }

    private final transient ErrorCode code;
    private final transient List<Violation> violations;
    private final transient Duration retryAfter;
    private final transient Map<String, Object> details;

    private Refusal(ErrorCode code, String message, List<Violation> violations, Duration retryAfter) {
        this(code, message, violations, retryAfter, Map.of());
    }

    private Refusal(
            ErrorCode code,
            String message,
            List<Violation> violations,
            Duration retryAfter,
            Map<String, Object> details) {
        super(message, null, false, false);
        this.code = code;
        this.violations = violations;
        this.retryAfter = retryAfter;
        this.details = details;
    }

    public static Refusal of(ErrorCode code, String message, Object... arguments) {
        return new Refusal(code, message.formatted(arguments), List.of(), null);
    }

    /** A refusal that one parameter is to blame for. */
    public static Refusal on(ErrorCode code, String param, String message, Object... arguments) {
        var text = message.formatted(arguments);
        return new Refusal(code, text, List.of(new Violation(param, text)), null);
    }

    public static Refusal later(ErrorCode code, Duration retryAfter, String message, Object... arguments) {
        return new Refusal(code, message.formatted(arguments), List.of(), retryAfter);
    }

    /** The same, with facts that a program may act on, for contracts that have a place for them. */
    public Refusal with(Map<String, Object> facts) {
        return new Refusal(code, getMessage(), violations, retryAfter, Map.copyOf(facts));
    }

    /** A parameter of the wrong shape. */
    public static Refusal invalid(String param, String message, Object... arguments) {
        return on(Input.INVALID_INPUT, param, message, arguments);
    }

    /** A parameter of the right shape that cannot be meant. */
    public static Refusal impossible(String param, String message, Object... arguments) {
        return on(Input.IMPOSSIBLE_INPUT, param, message, arguments);
    }

    /** Does nothing when there are no violations. */
    public static void throwIfAny(List<Violation> violations) {
        throwIfAny(Input.INVALID_INPUT, violations);
    }

    public static void throwIfAny(ErrorCode code, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Refusal(code, violations.get(0).message(), List.copyOf(violations), null);
        }
    }

    public ErrorCode code() {
        return code;
    }

    /** What is wrong with which parameter; empty when no single parameter is to blame. */
    public List<Violation> violations() {
        return violations;
    }

    /** How long the caller should wait, or null when waiting does not help. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** By the names that contracts give them; mostly there are none. */
    public Map<String, Object> details() {
        return details;
    }
}
