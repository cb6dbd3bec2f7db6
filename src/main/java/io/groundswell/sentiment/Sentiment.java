package io.groundswell.sentiment;

import java.util.List;
import java.util.UUID;

/**
 * How kind comments are, and what somebody should look at.
 *
 * @param warnings videos with at least {@value #LEAST_NEGATIVE} % negative ones among at least {@value #LEAST_ANALYSED}
 *     analysed ones, the worst first, {@value #MOST_WARNINGS} at most
 */
public record Sentiment(Mood all, List<Warning> warnings) {
    static final int LEAST_NEGATIVE = 40;
    static final int LEAST_ANALYSED = 10;
    static final int MOST_WARNINGS = 3;

    /** @param title null when it has none */
    public record Warning(UUID video, String title, String url, Mood mood) {}
}
