package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.shared.Refusal;
import io.groundswell.table.ByteOrderMark;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The events of a file, one after another. */
interface FileLines {
    /** Longest line of a file, in bytes: more than any event takes. */
    int LONGEST = 65_536;

    /**
     * An event of a file.
     *
     * @param number of the line that it begins with, from 1
     * @param text that it was read from
     * @param event null when it cannot be read
     * @param fault why it cannot be read; null when it can
     */
    record Line(long number, String text, JsonNode event, String fault) {
        static Line read(long number, String text, JsonNode event) {
            return new Line(number, text, event, null);
        }

        static Line unreadable(long number, String fault) {
            return new Line(number, "", null, fault);
        }
    }

    /** Null when there are no more. */
    Line next() throws IOException;

    /** Whether the last line could not be read in such a way that nothing after it can. */
    boolean isBroken();

    /** Its first character tells, but for a byte order mark: only JSON begins with a brace. */
    static FileLines of(InputStream file, LineReader json) throws IOException {
        var buffered = new BufferedInputStream(file, LONGEST);
        ByteOrderMark.skip(buffered);
        if (beginsWithBrace(buffered)) {
            return new JsonLines(buffered, json);
        }
        return new CsvLines(buffered, json);
    }

    private static boolean beginsWithBrace(BufferedInputStream file) throws IOException {
        file.mark(LONGEST);
        for (var read = 0; read < LONGEST; read++) {
            var next = file.read();
            if (next < 0) {
                throw Refusal.of(Refusal.Input.INVALID_INPUT, "The file is empty");
            }
            if (!Character.isWhitespace(next)) {
                file.reset();
                return next == '{';
            }
        }
        throw Refusal.of(Refusal.Input.INVALID_INPUT, "The file begins with %,d blanks", LONGEST);
    }
}
