package io.groundswell.publishing;

/** How far a late item may go from the slots its mission has by itself; each lets in what the one before does. */
enum Leeway {
    /** Days that the cadence picks, at the mission's own times. */
    OWN_SLOTS,
    /** Any day that is not excluded, at the mission's own times. */
    OTHER_DAYS,
    /** The usual times as well, the earliest of all first. */
    USUAL_TIMES,
    /** Where none of these is left in a day, its first free moment. */
    ANY_MOMENT,
    /** The first free moment before all others, since every other order may leave room behind. */
    FIRST_MOMENT;

    boolean reaches(Leeway other) {
        return compareTo(other) >= 0;
    }
}
