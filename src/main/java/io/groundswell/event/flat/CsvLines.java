package io.groundswell.event.flat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.shared.Refusal;
import io.groundswell.table.CsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A table of events. Columns that are no members of an event are properties, as texts; empty cells say nothing.
 */
final class CsvLines implements FileLines {
    private static final Set<String> MEMBERS =
            Set.of("event", "event_id", "user_id", "session_id", "timestamp", "country");
    private static final String PROPERTIES = "properties";
    private static final int MOST_COLUMNS = 200;

    private final LineReader json;
    private final CsvTable table;

    CsvLines(InputStream file, LineReader json) throws IOException {
        this.json = json;
        this.table = new CsvTable(file);
        var names = table.columns();
        if (!names.contains("event") || names.size() > MOST_COLUMNS) {
            throw Refusal.of(
                    Refusal.Input.INVALID_INPUT,
                    "The first line must name up to %d columns, event and timestamp among them",
                    MOST_COLUMNS);
        }
    }

    @Override
    public Line next() throws IOException {
        var row = table.next();
        if (row == null) {
            return null;
        }
        return row.fault() == null ? line(row) : Line.unreadable(row.number(), row.fault());
    }

    @Override
    public boolean isBroken() {
        return table.isBroken();
    }

    private Line line(CsvTable.Row row) throws IOException {
        var names = table.columns();
        var event = json.object();
        var properties = properties(row);
        if (properties == null) {
            return Line.unreadable(row.number(), "properties must be a JSON object");
        }
        for (var index = 0; index < names.size(); index++) {
            var name = names.get(index);
            var value = row.values().get(index);
            if (!value.isEmpty() && !name.equals(PROPERTIES)) {
                (MEMBERS.contains(name) ? event : properties).put(name, value);
            }
        }
        if (!properties.isEmpty()) {
            event.set(PROPERTIES, properties);
        }
        return Line.read(row.number(), String.join("\u0000", row.values()), event);
    }

    /** Those of the column that holds them as JSON; null when it does not. */
    private ObjectNode properties(CsvTable.Row row) throws IOException {
        var column = table.columns().indexOf(PROPERTIES);
        if (column < 0 || row.values().get(column).isEmpty()) {
            return json.object();
        }
        return json.object(row.values().get(column).getBytes(StandardCharsets.UTF_8));
    }
}
