package io.groundswell.table;

import io.groundswell.shared.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of values that are separated by commas, as RFC 4180 has it, with a first line that names them. It is read as it comes: no
 * more than a line is in memory. Empty lines are passed over.
 */
public final class CsvTable {
    /** Longest line, in characters. */
    public static final int LONGEST = 65_536;
    /** Is in no text, so it can stand for bytes that are none. */
    private static final String NO_TEXT = "\uFFFF";

    private final BoundedReader text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private boolean broken;

    public CsvTable(InputStream file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(NO_TEXT);
        this.text = new BoundedReader(new InputStreamReader(withoutMark(file), decoder));
        // Empty lines are left to us, because the parser does not count those that it leaves out.
        this.parser =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get().parse(text);
        this.records = parser.iterator();
        var names = next();
        if (names == null || names.fault() != null || !areNames(names.values())) {
            throw Refusal.of(Refusal.Input.INVALID_INPUT, "The first line cannot be read as names of columns");
        }
        this.columns = names.values();
    }

    private static InputStream withoutMark(InputStream file) throws IOException {
        var buffered = new BufferedInputStream(file);
        ByteOrderMark.skip(buffered);
        return buffered;
    }

    private static boolean areNames(List<String> names) {
        return names.stream().noneMatch(String::isBlank) && new HashSet<>(names).size() == names.size();
    }

    /**
     * @param number of the line that it begins with, from 1
     * @param values one for each column
     * @param fault why it cannot be read; null when it can
     */
    public record Row(long number, List<String> values, String fault) {}

    /** Each once. */
    public List<String> columns() {
        return columns;
    }

    /** Whether the last line could not be read in such a way that nothing after it can. */
    public boolean isBroken() {
        return broken;
    }

    /** Null when there are no more. Fails when the file breaks off. */
    public Row next() throws IOException {
        var number = parser.getCurrentLineNumber() + 1;
        try {
            while (!broken) {
                text.begin();
                if (!records.hasNext()) {
                    return null;
                }
                var values = records.next().toList();
                if (!values.equals(List.of(""))) {
                    return new Row(number, values, fault(values));
                }
                number = parser.getCurrentLineNumber() + 1;
            }
            return null;
        } catch (UncheckedIOException | IllegalStateException unreadable) {
            if (text.failure() != null) {
                throw text.failure();
            }
            // Where the next line begins is not known any more.
            broken = true;
            var reason = text.isTooLong()
                    ? "The line is longer than %,d characters".formatted(LONGEST)
                    : "What begins here is no line of values";
            return new Row(number, List.of(), reason + "; nothing after it was read");
        }
    }

    private String fault(List<String> values) {
        if (columns != null && values.size() != columns.size()) {
            return "The line has %d values for %d columns".formatted(values.size(), columns.size());
        }
        return values.stream().anyMatch(value -> value.contains(NO_TEXT)) ? "The line is not valid UTF-8" : null;
    }
}
