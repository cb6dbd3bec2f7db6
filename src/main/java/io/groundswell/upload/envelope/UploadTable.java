package io.groundswell.upload.envelope;

import io.groundswell.shared.Refusal;
import io.groundswell.table.CsvTable;
import io.groundswell.text.Cut;
import io.groundswell.upload.UploadLine;
import io.groundswell.upload.UploadLine.Unreadable;
import io.groundswell.upload.UploadLines;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/** A table of what is known of a project. */
final class UploadTable implements UploadLines {
    private static final int LONGEST_NAME = 40;

    private final CsvTable table;
    private final Instant now;

    UploadTable(InputStream file, Instant now) throws IOException {
        this.table = new CsvTable(file);
        this.now = now;
        // A misspelt column would be lost without a word.
        for (var column : table.columns()) {
            if (!UploadKind.COLUMNS.contains(column)) {
                throw Refusal.of(
                        Refusal.Input.INVALID_INPUT,
                        "The first line names '%s', which is not a column. Columns are %s",
                        Cut.to(LONGEST_NAME, column),
                        String.join(", ", UploadKind.COLUMNS));
            }
        }
        if (table.columns().stream().noneMatch(List.of("handle", "video_url")::contains)) {
            throw Refusal.of(
                    Refusal.Input.INVALID_INPUT, "The first line must name columns, handle or video_url among them");
        }
    }

    @Override
    public UploadLine next() throws IOException {
        var row = table.next();
        if (row == null || row.fault() != null) {
            return row == null ? null : new Unreadable(row.number(), row.fault());
        }
        var cells = new LinkedHashMap<String, String>();
        for (var index = 0; index < row.values().size(); index++) {
            if (!row.values().get(index).isEmpty()) {
                cells.put(table.columns().get(index), row.values().get(index));
            }
        }
        return new UploadRow(row.number(), cells, now).read();
    }

    @Override
    public boolean isBroken() {
        return table.isBroken();
    }
}
