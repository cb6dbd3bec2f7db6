package io.groundswell.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What stands in an address as {@code %41}. */
final class Escapes {
    private static final Pattern UNUSABLE = Pattern.compile("%(?![0-9A-Fa-f]{2})|%00");
    /** Escapes in a row, some of which are no ASCII: only together are they a text. */
    private static final Pattern ROW = Pattern.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+");

    private Escapes() {}

    /** Whether each stands for a text that can be kept. The framework would read bytes that are no UTF-8 as U+FFFD, which may be somebody's id. */
    static boolean areText(String address) {
        return address.indexOf('%') < 0
                || !UNUSABLE.matcher(address).find()
                        && ROW.matcher(address).results().allMatch(row -> isUtf8(row.group()));
    }

    private static boolean isUtf8(String row) {
        try {
            var bytes = HexFormat.of().parseHex(row.replace("%", ""));
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
