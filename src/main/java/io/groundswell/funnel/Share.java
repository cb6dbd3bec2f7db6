package io.groundswell.funnel;

/**
 * The part of all entities that is looked at, from the lowest key on. Keys are hashes, so a part of their range holds as large a part of
 * the entities.
 */
record Share(double part) {
    static final Share ALL = new Share(1);

    /** Oversamples: how many keys fall into a range varies by chance. */
    private static final double MARGIN = 1.05;

    private static final double KEYS = 0x1p64;

    /** @param all how many there are, or seem to be */
    static Share of(long wanted, long all) {
        return new Share(Math.min(1, MARGIN * wanted / Math.max(1, all)));
    }

    boolean isAll() {
        return part >= 1;
    }

    /** When there were too few in this one. */
    Share larger(long wanted, long found) {
        return new Share(Math.min(1, Math.max(2 * part, part * MARGIN * wanted / Math.max(1, found))));
    }

    /** The highest key in it. */
    long bound() {
        return isAll() ? Long.MAX_VALUE : (long) ((part - 0.5) * KEYS);
    }
}
