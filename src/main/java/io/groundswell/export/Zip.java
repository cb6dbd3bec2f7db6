package io.groundswell.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files one after the other in one stream: the same bytes whenever it is asked for, since all are of the same time. */
final class Zip extends ZipOutputStream {
    private final LocalDateTime time;
    private String open;

    Zip(OutputStream out, Instant time) {
        super(out);
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** What is written from here on is of the file of this name, until there is another. */
    void enter(String name) throws IOException {
        if (!name.equals(open)) {
            var entry = new ZipEntry(name);
            entry.setTimeLocal(time);
            putNextEntry(entry);
            open = name;
        }
    }
}
