package io.groundswell.segment;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Distinct numbers, each with the place in which it came. */
final class LongIndex {
    private static final int FIRST_SLOTS = 16;
    /** Spreads numbers over the slots; from the golden ratio, as Knuth has it. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] numbers = new long[FIRST_SLOTS / 2];
    /** The place of each number and one more, or 0. */
    private int[] slots = new int[FIRST_SLOTS];

    private int size;

    /** @return its place, from 0 on */
    int place(long number) {
        var slot = slot(number);
        while (slots[slot] != 0) {
            if (numbers[slots[slot] - 1] == number) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        if (size == numbers.length) {
            grow();
            return place(number);
        }
        numbers[size] = number;
        slots[slot] = ++size;
        return size - 1;
    }

    private int slot(long number) {
        return (int) ((number * SPREAD) >>> (Long.SIZE - Integer.numberOfTrailingZeros(slots.length)));
    }

    private void grow() {
        numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        slots = new int[2 * slots.length];
        for (var place = 0; place < size; place++) {
            var slot = slot(numbers[place]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = place + 1;
        }
    }

    int size() {
        return size;
    }

    long number(int place) {
        return numbers[place];
    }

    void each(LongConsumer reader) {
        Arrays.stream(numbers, 0, size).forEach(reader);
    }

    /** That it takes up. */
    long bytes() {
        return (long) Long.BYTES * numbers.length + (long) Integer.BYTES * slots.length;
    }
}
