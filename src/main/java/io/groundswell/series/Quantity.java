package io.groundswell.series;

/** What is known of a day: counters of videos, some of them together, and the followers of creators. */
enum Quantity {
    VIEWS,
    LIKES,
    COMMENTS,
    SHARES,
    SAVES,
    /** Likes, comments, shares and saves together. */
    ENGAGEMENT,
    FOLLOWERS;

    boolean isOfVideos() {
        return this != FOLLOWERS;
    }
}
