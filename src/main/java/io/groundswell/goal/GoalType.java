package io.groundswell.goal;

import java.util.Locale;

/** What a goal counts. */
public enum GoalType {
    POSTS,
    VIEWS,
    /** New likes, comments, shares and saves as a percentage of new views. */
    ENGAGEMENT,
    FOLLOWERS;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
