package io.groundswell.performance;

/** Some posts, and what they gained together. */
public record Figured(long posts, long impressions, long engagements) {
    static final Figured NONE = new Figured(0, 0, 0);

    /** In percent, two decimals. */
    public double rate() {
        return Figures.rate(engagements, impressions);
    }

    /** What a post was seen on average, rounded. */
    public long meanImpressions() {
        return posts == 0 ? 0 : Math.round((double) impressions / posts);
    }

    Figured plus(Figured other) {
        return new Figured(posts + other.posts, impressions + other.impressions, engagements + other.engagements);
    }
}
