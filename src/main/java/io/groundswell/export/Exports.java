package io.groundswell.export;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The exports that there are, whosever they are. */
@ApplicationScoped
class Exports {
    private static final Sql ORDER = Sql.file(Exports.class, "order.sql");
    private static final Sql OWNED =
            Sql.text("select * from export where organization_id = :organization and mode = :mode and id = :id");
    private static final Sql FIND = Sql.text("select * from export where id = :id");
    private static final Sql KEPT = Sql.text("""
            select coalesce(sum(stored_bytes), 0) as bytes, min(expires_at) as next from export
            where organization_id = :organization and mode = :mode and stored_bytes > 0
              and (expires_at is null or expires_at > :now)""");

    /** What an organization keeps, and when the first of it expires. */
    record Kept(long bytes, Instant next) {}

    private final AgroalDataSource database;

    Exports(AgroalDataSource database) {
        this.database = database;
    }

    void add(Export export, String userId, String claim) {
        var order = export.order();
        var values = new HashMap<>(export.progress().values());
        values.put("id", export.id());
        values.put("organization", export.owner().organizationId());
        values.put("mode", export.owner().mode());
        values.put("requested_by", userId);
        values.put("format", order.format());
        values.put("sections", order.sections().stream().map(Section::name).toList());
        values.put("missions", missions(order));
        values.put("first", order.period().start());
        values.put("last", order.period().end());
        values.put("zone", order.zone().getId());
        values.put("email_to", order.emailTo());
        values.put("mail_status", export.mailStatus());
        values.put("claim", claim);
        values.put("lease", export.createdAt().plus(Claims.LEASE));
        values.put("now", export.createdAt());
        ORDER.update(database, values);
    }

    /** Null, for all, when the order names none. */
    static Object missions(ExportOrder order) {
        return order.missionIds().isEmpty() ? null : order.missionIds();
    }

    Export require(Owner owner, String id) {
        var values = Map.of("organization", owner.organizationId(), "mode", owner.mode(), "id", id);
        return OWNED.first(database, values, Export::of).orElseThrow(Exports::notFound);
    }

    /** Only for whoever has shown that they may. */
    Export require(String id) {
        return FIND.first(database, Map.of("id", id), Export::of).orElseThrow(Exports::notFound);
    }

    static Refusal notFound() {
        return Refusal.of(ExportError.EXPORT_NOT_FOUND, "No such export, or it has expired");
    }

    Kept kept(Owner owner, Instant now) {
        var values = Map.of("organization", owner.organizationId(), "mode", owner.mode(), "now", now);
        return KEPT.first(database, values, row -> new Kept(row.getLong("bytes"), Sql.instant(row, "next")))
                .orElseThrow();
    }
}
