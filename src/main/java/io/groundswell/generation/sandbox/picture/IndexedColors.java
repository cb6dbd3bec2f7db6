package io.groundswell.generation.sandbox.picture;

import java.util.Arrays;

/** The colours of a picture that has at most 256 of them, in the order of their first pixel. */
final class IndexedColors {
    private static final int LIMIT = 256;
    private static final int SLOTS = 2048;
    private static final int EMPTY = -1;

    private final int[] colorAt = new int[SLOTS];
    private final int[] indexAt = new int[SLOTS];
    private final byte[] table = new byte[3 * LIMIT];
    private int size;

    private IndexedColors() {
        Arrays.fill(colorAt, EMPTY);
    }

    /** Null where there are more. */
    static IndexedColors of(int[] pixels) {
        IndexedColors colors = new IndexedColors();
        int last = EMPTY;
        for (int pixel : pixels) {
            if (pixel != last && !colors.add(pixel)) {
                return null;
            }
            last = pixel;
        }
        return colors;
    }

    private boolean add(int color) {
        int slot = slotOf(color);
        if (colorAt[slot] == color) {
            return true;
        }
        if (size == LIMIT) {
            return false;
        }
        colorAt[slot] = color;
        indexAt[slot] = size;
        table[3 * size] = (byte) (color >> 16);
        table[3 * size + 1] = (byte) (color >> 8);
        table[3 * size + 2] = (byte) color;
        size++;
        return true;
    }

    private int slotOf(int color) {
        int slot = (color * 0x9E3779B1 >>> 21) % SLOTS;
        while (colorAt[slot] != EMPTY && colorAt[slot] != color) {
            slot = (slot + 1) % SLOTS;
        }
        return slot;
    }

    byte indexOf(int color) {
        return (byte) indexAt[slotOf(color)];
    }

    byte[] table() {
        return Arrays.copyOf(table, 3 * size);
    }
}
