package io.groundswell.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link Column} that is being made. */
final class NewColumn {
    private static final int FEW = 64;
    /** That a value takes up in memory beside its text. */
    private static final int BYTES_OF_VALUE = 50;

    private final Map<String, Integer> values = new LinkedHashMap<>();
    private char[] places = new char[FEW];

    /**
     * Events come in their order; those that are left out have no value.
     *
     * @return about how many bytes more it takes up than before
     */
    int put(int event, String value) {
        if (event >= places.length) {
            places = Arrays.copyOf(places, Math.max(event + 1, 2 * places.length));
        }
        var before = values.size();
        places[event] = (char) values.computeIfAbsent(value, any -> before + 1).intValue();
        return values.size() == before ? 0 : BYTES_OF_VALUE + value.getBytes(StandardCharsets.UTF_8).length;
    }

    /** @param events that the segment has */
    byte[] stored(int events) {
        var texts = values.keySet().stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        var isNarrow = texts.size() <= Column.NARROW;
        var length =
                texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
        var bytes = ByteBuffer.allocate(Integer.BYTES + length + (isNarrow ? events : 2 * events));
        bytes.putInt(texts.size());
        texts.forEach(text -> bytes.putInt(text.length).put(text));
        for (var event = 0; event < events; event++) {
            var place = event < places.length ? places[event] : 0;
            if (isNarrow) {
                bytes.put((byte) place);
            } else {
                bytes.putChar(place);
            }
        }
        return bytes.array();
    }
}
