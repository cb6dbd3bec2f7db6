package io.groundswell.export;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The rows that an order is about, as they are when they are read. */
@ApplicationScoped
class Selection {
    /** Of the database's rows, so many are held at once. */
    private static final int AHEAD = 20;

    private static final Map<Section, Sql> ROWS = files("");
    private static final Map<Section, Sql> COUNTS = files("count-");
    private static final Sql MISSIONS = Sql.text("""
            select given.id from unnest(cast(:missions as text[])) given (id)
            where not exists (select 1 from mission m where m.id = given.id
                and m.organization_id = :organization and m.mode = :mode and m.deleted_at is null) limit 1""");

    private final AgroalDataSource database;

    Selection(AgroalDataSource database) {
        this.database = database;
    }

    private static Map<Section, Sql> files(String prefix) {
        var files = new EnumMap<Section, Sql>(Section.class);
        for (var section : Section.values()) {
            files.put(section, Sql.file(Selection.class, prefix + section + ".sql"));
        }
        return files;
    }

    /** A mission of the order that its owner does not have; null when there is none. */
    String strangeMission(Owner owner, ExportOrder order) {
        return MISSIONS.first(database, values(owner, order), row -> row.getString("id"))
                .orElse(null);
    }

    /** How many rows there are; anything above {@code most} stands for more than that. */
    long count(Owner owner, ExportOrder order, int most) {
        var values = values(owner, order);
        values.put("most", most + 1);
        var rows = 0L;
        for (var section : order.sections()) {
            if (rows <= most) {
                rows += COUNTS.get(section)
                        .first(database, values, row -> row.getLong("n"))
                        .orElseThrow();
            }
        }
        return rows;
    }

    /**
     * Reads on in a section, in the transaction at hand.
     *
     * @return whether the section is at its end
     */
    boolean read(Owner owner, ExportOrder order, Section section, Section.Key after, int most, Sql.Reader reader) {
        var values = values(owner, order);
        values.put("after_at", after.at());
        values.put("after_id", after.id());
        values.put("limit", most);
        var rows = new int[1];
        return ROWS.get(section).read(database, values, AHEAD, row -> {
                    rows[0]++;
                    return reader.read(row);
                })
                && rows[0] < most;
    }

    private static Map<String, Object> values(Owner owner, ExportOrder order) {
        var values = new HashMap<String, Object>();
        values.put("organization", owner.organizationId());
        values.put("mode", owner.mode());
        values.put("missions", Exports.missions(order));
        values.put("first", order.period().start());
        values.put("last", order.period().end());
        values.put("starts", order.starts());
        values.put("ends", order.ends());
        return values;
    }
}
