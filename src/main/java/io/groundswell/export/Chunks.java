package io.groundswell.export;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** The pieces of files, numbered from 1 on. In the database, so that every instance has them and none loses them. */
@ApplicationScoped
class Chunks {
    private static final Sql ADD = Sql.text(
            "insert into export_chunk (export_id, number, section, data) values (:export, :number, :section, :data)");
    private static final Sql READ =
            Sql.text("select section, data from export_chunk where export_id = :export and number = :number");
    private static final Sql FORGET = Sql.text("delete from export_chunk where export_id = :export");

    /** A piece of a section's rows. */
    record Chunk(Section section, byte[] bytes) {}

    private final AgroalDataSource database;

    Chunks(AgroalDataSource database) {
        this.database = database;
    }

    /** Returns how many bytes it takes. */
    int add(String exportId, int number, Section section, byte[] bytes) {
        var packed = Packing.pack(bytes);
        ADD.update(database, Map.of("export", exportId, "number", number, "section", section, "data", packed));
        return packed.length;
    }

    Chunk read(String exportId, int number) {
        return READ.first(
                        database,
                        Map.of("export", exportId, "number", number),
                        row -> new Chunk(
                                Section.valueOf(row.getString("section")), Packing.unpack(row.getBytes("data"))))
                .orElseThrow(() -> new IllegalStateException("Export " + exportId + " lacks chunk " + number));
    }

    void forget(String exportId) {
        FORGET.update(database, Map.of("export", exportId));
    }
}
