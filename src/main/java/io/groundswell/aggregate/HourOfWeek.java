package io.groundswell.aggregate;

/**
 * What was posted in an hour of a weekday.
 *
 * @param day 0 for Sundays
 * @param averageViews of the posts of which they are known; null where there is none
 */
public record HourOfWeek(int day, int hour, long posts, Double averageViews) {}
