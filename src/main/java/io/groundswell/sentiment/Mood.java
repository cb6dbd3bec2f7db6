package io.groundswell.sentiment;

/**
 * How kind some comments are. Shares are of those that were analysed: of others nothing is known.
 *
 * @param comments how many there are
 * @param analysed how many of them have a word that the word list knows
 * @param positive how many of the analysed ones score above 0
 * @param negative how many of them score below 0
 * @param scores the sum of their comparative scores
 */
public record Mood(long comments, long analysed, long positive, long negative, double scores) {
    private static final int WHOLE = 100;

    /** In percent; null when none was analysed. */
    public Double positiveShare() {
        return share(positive);
    }

    /** In percent; null when none was analysed. */
    public Double negativeShare() {
        return share(negative);
    }

    private Double share(long some) {
        return analysed == 0 ? null : (Double) ((double) WHOLE * some / analysed);
    }

    /** From -5 to 5; null when none was analysed. */
    public Double meanScore() {
        return analysed == 0 ? null : (Double) (scores / analysed);
    }
}
