package io.groundswell.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a database of countries in MaxMind's format, version 2: a binary tree over the bits of addresses, the values of its
 * leaves, and what there is to know about the file.
 */
final class CountryFile {
    private static final int RECORD_BITS = 24;
    private static final int SEPARATOR = 16;
    /** Where addresses of version 4 lie among those of version 6. */
    private static final int BITS_BEFORE_V4 = 96;

    private static final byte[] METADATA_MARK = {(byte) 0xab, (byte) 0xcd, (byte) 0xef};
    private static final int TEXT = 2;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int MAP = 7;

    private static final int NONE = -1;

    /** Two records each: another node, a value ({@code -2 - offset}), or nothing. */
    private final List<int[]> nodes = new ArrayList<>(List.of(new int[] {NONE, NONE}));

    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    /** @param bits of the address that its network has */
    CountryFile with(String network, int bits, Map<String, ?> value) throws IOException {
        var address = InetAddress.getByName(network).getAddress();
        var before = address.length == 4 ? BITS_BEFORE_V4 : 0;
        var node = 0;
        for (var at = 0; at < before + bits; at++) {
            var bit = at < before ? 0 : address[(at - before) / 8] >> (7 - (at - before) % 8) & 1;
            if (at == before + bits - 1) {
                nodes.get(node)[bit] = -2 - values.size();
            } else {
                if (nodes.get(node)[bit] == NONE) {
                    nodes.get(node)[bit] = nodes.size();
                    nodes.add(new int[] {NONE, NONE});
                }
                node = nodes.get(node)[bit];
            }
        }
        map(values, value);
        return this;
    }

    Path write(Path file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var node : nodes) {
            for (var record : node) {
                var value =
                        record == NONE ? nodes.size() : record < NONE ? nodes.size() + SEPARATOR - 2 - record : record;
                number(bytes, value, RECORD_BITS / 8);
            }
        }
        bytes.write(new byte[SEPARATOR]);
        values.writeTo(bytes);
        bytes.write(METADATA_MARK);
        bytes.write("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("node_count", nodes.size());
        metadata.put("record_size", (short) RECORD_BITS);
        metadata.put("ip_version", (short) 6);
        metadata.put("database_type", "Test-Country");
        metadata.put("binary_format_major_version", (short) 2);
        metadata.put("binary_format_minor_version", (short) 0);
        metadata.put("build_epoch", 1_700_000_000L);
        metadata.put("languages", List.of("en"));
        metadata.put("description", Map.of("en", "Countries of a test"));
        map(bytes, metadata);
        return Files.write(file, bytes.toByteArray());
    }

    private static void map(ByteArrayOutputStream bytes, Map<String, ?> map) throws IOException {
        bytes.write(MAP << 5 | map.size());
        for (var entry : map.entrySet()) {
            value(bytes, entry.getKey());
            value(bytes, entry.getValue());
        }
    }

    private static void value(ByteArrayOutputStream bytes, Object value) throws IOException {
        if (value instanceof String text) {
            bytes.write(TEXT << 5 | text.length());
            bytes.write(text.getBytes(StandardCharsets.US_ASCII));
        } else if (value instanceof Short small) {
            bytes.write(UINT16 << 5 | 2);
            number(bytes, small, 2);
        } else if (value instanceof Integer number) {
            bytes.write(UINT32 << 5 | 4);
            number(bytes, number, 4);
        } else if (value instanceof Long large) {
            // Types beyond the seventh follow in a byte of their own, less seven: 64 bits, and lists.
            bytes.write(8);
            bytes.write(2);
            number(bytes, large, 8);
        } else if (value instanceof List<?> list) {
            bytes.write(list.size());
            bytes.write(4);
            for (var element : list) {
                value(bytes, element);
            }
        } else if (value instanceof Map<?, ?> map) {
            var inner = new LinkedHashMap<String, Object>();
            map.forEach((key, one) -> inner.put(key.toString(), one));
            map(bytes, inner);
        } else {
            throw new IllegalArgumentException(String.valueOf(value));
        }
    }

    private static void number(ByteArrayOutputStream bytes, long value, int size) {
        for (var at = size - 1; at >= 0; at--) {
            bytes.write((int) (value >> 8 * at));
        }
    }
}
