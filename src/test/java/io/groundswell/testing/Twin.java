package io.groundswell.testing;

import java.util.regex.Pattern;

/** Another organization, which does what a transcript's own one has done, so that it has things of its own to put beside those of the other. */
final class Twin {
    private static final Pattern CAPTURE = Pattern.compile("<[^<>]+:[a-z][a-z0-9_]*>");
    /** The operator's clock and work are for all, and a stranger of the transcript has done it once. */
    private static final Pattern DONE_ONCE =
            Pattern.compile("/internal/.*|.*\\{\\{(stranger|operator}}).*", Pattern.DOTALL);

    private final Player player;
    private Exchange last;

    Twin(Player player) {
        this.player = player;
    }

    /** Told of each request before it is sent, it repeats the one before. */
    void comesAfter(Exchange exchange) {
        if (last != null) {
            player.repeat(last);
        }
        last = matters(exchange) && player.knows(exchange) ? exchange : null;
    }

    private static boolean matters(Exchange exchange) {
        return exchange.status() < 300
                && !DONE_ONCE.matcher(exchange.path()).matches()
                && exchange.headers().stream()
                        .noneMatch(header -> DONE_ONCE.matcher(header.value()).matches())
                && (!exchange.method().equals("GET")
                        || exchange.answer() != null
                                && CAPTURE.matcher(exchange.answer()).find());
    }
}
