package io.groundswell.performance;

/**
 * What the posts of a platform came to while they were new.
 *
 * @param hours that they had in all
 */
record UsualPace(double hours, long impressions, long engagements) {
    static final UsualPace NONE = new UsualPace(0, 0, 0);

    double impressionsPerHour() {
        return hours == 0 ? 0 : impressions / hours;
    }

    /** In percent. */
    double engagementRate() {
        return impressions == 0 ? 0 : 100.0 * engagements / impressions;
    }
}
