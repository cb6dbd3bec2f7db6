package io.groundswell.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A quote that is never closed must not make a line out of all that follows. */
final class BoundedReader extends FilterReader {
    private long left = CsvTable.LONGEST;
    private boolean tooLong;
    private IOException failure;

    BoundedReader(Reader reader) {
        super(reader);
    }

    /** What the parser has read ahead counts for the line before. */
    void begin() {
        left = 2L * CsvTable.LONGEST;
    }

    boolean isTooLong() {
        return tooLong;
    }

    /** Why the file broke off, as it does when its sender goes away; null while it does not. */
    IOException failure() {
        return failure;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (left <= 0) {
            tooLong = true;
            throw new IOException("The line is too long");
        }
        try {
            var read = super.read(buffer, offset, (int) Math.min(length, left));
            left -= read;
            return read;
        } catch (IOException broken) {
            failure = broken;
            throw broken;
        }
    }
}
