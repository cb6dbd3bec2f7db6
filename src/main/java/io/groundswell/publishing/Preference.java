package io.groundswell.publishing;

import java.time.LocalTime;

/**
 * A part of the day that is to get a share of the slots that would go to others.
 *
 * @param part null for none
 */
public record Preference(PartOfDay part, double share) {
    public static final Preference NONE = new Preference(null, 0);

    /** Whether it takes an hour of its part for the slot of this round, if that would go to another part. */
    boolean isDue(int round) {
        return Math.floor((round + 1) * share) > Math.floor(round * share);
    }

    boolean includes(LocalTime hour) {
        return PartOfDay.at(hour) == part;
    }
}
