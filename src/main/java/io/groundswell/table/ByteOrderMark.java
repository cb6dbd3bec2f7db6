package io.groundswell.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Arrays;

/** What spreadsheets and some editors write before UTF-8. */
public final class ByteOrderMark {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ByteOrderMark() {}

    /** Passes over it where the file begins with one. */
    public static void skip(BufferedInputStream file) throws IOException {
        file.mark(MARK.length);
        if (!Arrays.equals(file.readNBytes(MARK.length), MARK)) {
            file.reset();
        }
    }
}
