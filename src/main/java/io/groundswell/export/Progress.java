package io.groundswell.export;

import java.util.HashMap;
import java.util.Map;

/**
 * How far the making of an export is.
 *
 * @param section what is written next; null when all of it is
 * @param after the last row of the section that is written
 * @param rowsTotal null until they are counted
 * @param bytes of the file, or of the files in the zip
 * @param storedBytes the same, compressed
 */
public record Progress(
        Section section, Section.Key after, Long rowsTotal, long rows, int chunks, long bytes, long storedBytes) {
    static Progress start(ExportOrder order, Long rowsTotal) {
        var first = order.sections().get(0);
        return new Progress(first, first.start(), rowsTotal, 0, 0, 0, 0);
    }

    Progress counted(long total) {
        return new Progress(section, after, total, rows, chunks, bytes, storedBytes);
    }

    Progress plus(Section next, Section.Key key, long moreRows, int moreBytes, int moreStored) {
        return new Progress(
                next, key, rowsTotal, rows + moreRows, chunks + 1, bytes + moreBytes, storedBytes + moreStored);
    }

    /** Under the names of their columns. */
    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("section", section);
        values.put("after_at", after.at());
        values.put("after_id", after.id());
        values.put("rows_total", rowsTotal);
        values.put("rows_done", rows);
        values.put("chunks", chunks);
        values.put("bytes", bytes);
        values.put("stored_bytes", storedBytes);
        return values;
    }

    boolean isAtStart() {
        return section.start().equals(after);
    }
}
