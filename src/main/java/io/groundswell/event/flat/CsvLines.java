package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.shared.Refusal;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A file of values that are separated by commas, with a first line that names them. Columns that are no members of an event are
 * properties, as texts; empty cells say nothing.
 */
final class CsvLines implements FileLines {
    private static final Set<String> MEMBERS =
            Set.of("event", "event_id", "user_id", "session_id", "timestamp", "country");
    private static final String PROPERTIES = "properties";
    private static final int MOST_COLUMNS = 200;

    private final LineReader json;
    private final Bounded text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private boolean ended;

    CsvLines(InputStream file, LineReader json) throws IOException {
        this.json = json;
        // Bytes that are no text are found out instead of being replaced.
        this.text = new Bounded(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
        try {
            this.parser = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                    .setIgnoreEmptyLines(true)
                    .get()
                    .parse(text);
        } catch (IllegalArgumentException | IOException e) {
            throw Refusal.of(Refusal.Input.INVALID_INPUT, "The first line cannot be read as names of columns");
        }
        var names = parser.getHeaderNames();
        if (!names.contains("event") || names.size() > MOST_COLUMNS) {
            throw Refusal.of(
                    Refusal.Input.INVALID_INPUT,
                    "The first line must name up to %d columns, event and timestamp among them",
                    MOST_COLUMNS);
        }
        this.records = parser.iterator();
    }

    @Override
    public Line next() throws IOException {
        if (ended) {
            return null;
        }
        var number = parser.getCurrentLineNumber() + 1;
        try {
            text.begin();
            if (!records.hasNext()) {
                return null;
            }
            return line(number, records.next());
        } catch (UncheckedIOException | IllegalStateException broken) {
            // Where the next line begins is not known any more.
            ended = true;
            return Line.unreadable(number, reason(broken) + "; nothing after it was read");
        }
    }

    private static String reason(RuntimeException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return "What begins here is not valid UTF-8";
            }
            if (cause instanceof TooLong) {
                return "The line is longer than %,d characters".formatted(LONGEST);
            }
        }
        return "What begins here is no line of values";
    }

    private Line line(long number, CSVRecord record) throws IOException {
        if (!record.isConsistent()) {
            return Line.unreadable(
                    number,
                    "The line has %d values for %d columns"
                            .formatted(record.size(), parser.getHeaderNames().size()));
        }
        var event = json.object();
        var properties = properties(record);
        if (properties == null) {
            return Line.unreadable(number, "properties must be a JSON object");
        }
        record.toMap().forEach((name, value) -> {
            if (!value.isEmpty()) {
                (MEMBERS.contains(name) ? event : properties).put(name, value);
            }
        });
        properties.remove(PROPERTIES);
        if (!properties.isEmpty()) {
            event.set(PROPERTIES, properties);
        }
        return Line.read(number, String.join("\u0000", record.toList()), event);
    }

    /** Those of the column that holds them as JSON; null when it does not. */
    private ObjectNode properties(CSVRecord record) throws IOException {
        if (!record.isMapped(PROPERTIES) || record.get(PROPERTIES).isEmpty()) {
            return json.object();
        }
        return json.object(record.get(PROPERTIES).getBytes(StandardCharsets.UTF_8));
    }

    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** A quote that is never closed must not make a line out of all that follows. */
    private static final class Bounded extends FilterReader {
        private long left = LONGEST;

        Bounded(Reader reader) {
            super(reader);
        }

        /** What the parser has read ahead counts for the line before. */
        void begin() {
            left = 2L * LONGEST;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new TooLong();
            }
            var read = super.read(buffer, offset, (int) Math.min(length, left));
            left -= read;
            return read;
        }
    }
}
