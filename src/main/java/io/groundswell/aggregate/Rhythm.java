package io.groundswell.aggregate;

import java.util.UUID;

/**
 * How a creator posted in some weeks.
 *
 * @param squares of the posts of each week, added up
 * @param active weeks with a post
 * @param least posts of a week
 * @param most posts of a week
 */
public record Rhythm(
        UUID id,
        String handle,
        String displayName,
        long weeks,
        long posts,
        long squares,
        long active,
        long least,
        long most) {

    public double perWeek() {
        return (double) posts / weeks;
    }

    /** The standard deviation of all these weeks, which are no sample of others. */
    public double spread() {
        return Math.sqrt((double) (squares * weeks - posts * posts)) / weeks;
    }
}
