package io.groundswell.publishing;

/** A network did not tell the counters of a post. */
public final class MetricFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean permanent;

    private MetricFailure(String message, boolean permanent, Throwable cause) {
        super(message, cause);
        this.permanent = permanent;
    }

    /** Worth another try. */
    public static MetricFailure passing(String message, Throwable cause) {
        return new MetricFailure(message, false, cause);
    }

    /** There is no such post any more, so there is no use in asking again. */
    public static MetricFailure permanent(String message) {
        return new MetricFailure(message, true, null);
    }

    public boolean isPermanent() {
        return permanent;
    }
}
