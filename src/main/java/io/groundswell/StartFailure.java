package io.groundswell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What whoever starts the server is told when that fails: where we know what is wrong, nothing but that. */
final class StartFailure {
    private static final String OURS = "io.groundswell.";

    private StartFailure() {}

    static String told(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (isExplained(cause)) {
                return "Groundswell cannot start: " + explained(cause);
            }
        }
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }

    private static boolean isExplained(Throwable failure) {
        var raised = failure.getStackTrace();
        return (failure instanceof IllegalStateException || failure instanceof UncheckedIOException)
                && failure.getMessage() != null
                && raised.length > 0
                && raised[0].getClassName().startsWith(OURS);
    }

    private static String explained(Throwable failure) {
        var message = failure.getMessage();
        // What the system has against a file is in the name of its exception, whose message is the name of the file.
        var cause = failure instanceof UncheckedIOException ? failure.getCause().toString() : "";
        return message.contains(cause) ? message : message + ": " + cause;
    }
}
