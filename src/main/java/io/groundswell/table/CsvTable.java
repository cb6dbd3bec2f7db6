package io.groundswell.table;

import io.groundswell.shared.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A file of values that are separated by commas, as RFC 4180 has it, with a first line that names them. It is read as it comes: no
 * more than a line is in memory.
 */
public final class CsvTable {
    /** Longest line, in characters. */
    public static final int LONGEST = 65_536;
    /** Is in no text, so it can stand for bytes that are none. */
    private static final String NO_TEXT = "\uFFFF";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BoundedReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private boolean ended;

    public CsvTable(InputStream file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(NO_TEXT);
        this.text = new BoundedReader(new InputStreamReader(withoutMark(file), decoder));
        try {
            this.parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                    .setIgnoreEmptyLines(false)
                    .get()
                    .parse(text);
        } catch (IllegalArgumentException | IOException e) {
            throw Refusal.of(Refusal.Input.INVALID_INPUT, "The first line cannot be read as names of columns");
        }
        this.records = parser.iterator();
    }

    /** What spreadsheets write before UTF-8. */
    private static InputStream withoutMark(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file);
        buffered.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(buffered.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            buffered.reset();
        }
        return buffered;
    }

    /**
     * @param number of the line that it begins with, from 1
     * @param values one for each column
     * @param fault why it cannot be read; null when it can
     */
    public record Row(long number, List<String> values, String fault) {}

    /** Each once. */
    public List<String> columns() {
        return parser.getHeaderNames();
    }

    /** Null when there are no more. Fails when the file breaks off. */
    public Row next() throws IOException {
        var number = parser.getCurrentLineNumber() + 1;
        try {
            while (!ended) {
                text.begin();
                if (!records.hasNext()) {
                    return null;
                }
                var record = records.next();
                if (!isEmpty(record)) {
                    return row(number, record);
                }
                number = parser.getCurrentLineNumber() + 1;
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException broken) {
            if (text.failure() != null) {
                throw text.failure();
            }
            // Where the next line begins is not known any more.
            ended = true;
            var reason = text.isTooLong()
                    ? "The line is longer than %,d characters".formatted(LONGEST)
                    : "What begins here is no line of values";
            return new Row(number, List.of(), reason + "; nothing after it was read");
        }
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.size() == 1 && record.get(0).isEmpty();
    }

    private Row row(long number, CSVRecord record) {
        var values = record.toList();
        if (!record.isConsistent()) {
            var fault = "The line has %d values for %d columns"
                    .formatted(values.size(), columns().size());
            return new Row(number, values, fault);
        }
        var noText = values.stream().anyMatch(value -> value.contains(NO_TEXT));
        return new Row(number, values, noText ? "The line is not valid UTF-8" : null);
    }
}
