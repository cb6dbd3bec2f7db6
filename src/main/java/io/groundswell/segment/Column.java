package io.groundswell.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the events of a segment have in one column, in their order: the distinct values, and the place of each event's own among them.
 * Place 0 is that of no value.
 *
 * <p>Stored are the number of values (4 bytes), each value in UTF-8 behind its length in bytes (4 bytes), and the place of each event,
 * in one byte if there are at most {@value #NARROW} values, else in two.
 */
final class Column {
    static final int NARROW = 255;

    private final String[] values;
    private final byte[] stored;
    private final int start;

    private Column(String[] values, byte[] stored, int start) {
        this.values = values;
        this.stored = stored;
        this.start = start;
    }

    static Column read(byte[] stored) {
        var bytes = ByteBuffer.wrap(stored);
        var values = new String[bytes.getInt() + 1];
        for (var place = 1; place < values.length; place++) {
            var length = bytes.getInt();
            values[place] = new String(stored, bytes.position(), length, StandardCharsets.UTF_8);
            bytes.position(bytes.position() + length);
        }
        return new Column(values, stored, bytes.position());
    }

    /** Of a segment of whose events none has a value. */
    static Column empty(int events) {
        return new Column(new String[1], new byte[events], 0);
    }

    private boolean isNarrow() {
        return values.length <= NARROW + 1;
    }

    int events() {
        var bytes = stored.length - start;
        return isNarrow() ? bytes : bytes / 2;
    }

    /** By place; null in place 0. */
    String[] values() {
        return values;
    }

    /** Of each event. */
    int[] places() {
        var places = new int[events()];
        for (var event = 0; event < places.length; event++) {
            places[event] = isNarrow()
                    ? Byte.toUnsignedInt(stored[start + event])
                    : Byte.toUnsignedInt(stored[start + 2 * event]) << 8
                            | Byte.toUnsignedInt(stored[start + 2 * event + 1]);
        }
        return places;
    }
}
