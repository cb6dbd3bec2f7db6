package io.groundswell.performance;

/**
 * A part of what is asked about.
 *
 * @param posts how many went out in it
 * @param figures what was gained in it, by whichever posts
 */
public record Slice(long posts, Figures figures) {
    public static final Slice NONE = new Slice(0, Figures.NONE);

    public Slice plus(Slice other) {
        return new Slice(posts + other.posts, figures.plus(other.figures));
    }
}
