package io.groundswell.segment;

/**
 * Events of a site that have come one after the other, by their numbers.
 *
 * @param first of them
 * @param last of them
 */
record SeqRange(long first, long last) {
    long events() {
        return last - first + 1;
    }
}
