package io.groundswell.export;

import io.groundswell.database.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of one piece of a file, while they are read and written. */
final class Gathering implements Sql.Reader {
    /** Characters at which it is full; the row that fills it may be as long as it is. */
    static final int FULL = 262_144;

    private final StringBuilder written = new StringBuilder();
    private final ExportText text;
    private final Section section;
    private Section.Key last;
    private boolean first;
    private long count;

    Gathering(ExportText text, Progress progress) {
        this.text = text;
        section = progress.section();
        last = progress.after();
        first = progress.isAtStart();
        if (first) {
            text.begin(written, section, progress.chunks() == 0);
        }
    }

    @Override
    public boolean read(ResultSet row) throws SQLException {
        text.row(written, section, section.read(row), first);
        last = Section.Key.of(row);
        first = false;
        count++;
        return written.length() < FULL;
    }

    void end(boolean last) {
        text.end(written, section, last);
    }

    /** Behind which to read on. */
    Section.Key last() {
        return last;
    }

    long count() {
        return count;
    }

    byte[] bytes() {
        return written.toString().getBytes(StandardCharsets.UTF_8);
    }
}
