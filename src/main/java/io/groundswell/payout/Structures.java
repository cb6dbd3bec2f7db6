package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Edge;
import io.groundswell.database.Pages;
import io.groundswell.database.Sql;
import io.groundswell.goal.GoalPeriod;
import io.groundswell.goal.GoalType;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Structures and what they said from which day on. */
@ApplicationScoped
class Structures {
    private static final Sql ONE = Sql.file(Structures.class, "structure.sql");
    private static final Sql PAGE = Sql.file(Structures.class, "structures.sql");
    private static final Sql ADD_VERSION = Sql.file(Structures.class, "add-version.sql");
    private static final Sql COUNT = Sql.text("select count(*) from payout_structure where program_id = :program");
    private static final Sql HOLD = Sql.text("select 1 from payout_structure where id = :id for update");
    private static final Sql KEEP = Sql.text("select 1 from payout_structure where id = :id for share");
    private static final Sql DELETE = Sql.text("delete from payout_structure where id = :id");
    private static final Sql OWES = Sql.text("select 1 from payout_accrual where structure_id = :id limit 1");
    private static final Sql VERSIONS =
            Sql.text("select * from payout_version where structure_id = :id order by number");
    private static final Sql ADD = Sql.text("""
        insert into payout_structure
            (id, organization_id, mode, program_id, name, metadata, readme, created_at, updated_at)
        values (:id, :organization, :mode, :program, :name, cast(:metadata as jsonb), :readme, :now, :now)\
        """);
    private static final Sql DESCRIBE = Sql.text("""
        update payout_structure set name = :name, metadata = cast(:metadata as jsonb), readme = :readme, updated_at = :now
        where id = :id\
        """);
    private static final Sql ACCRUED =
            Sql.text("select max(accrued_through) from payout_assignment where structure_id = :id");

    private final AgroalDataSource database;

    Structures(AgroalDataSource database) {
        this.database = database;
    }

    /** The number of a programme's structures is compared by one transaction at a time. */
    void beAlone(UUID programId) {
        Alone.with(database, "payout structures " + programId);
    }

    long count(UUID programId) {
        return COUNT.first(database, Map.of("program", programId), row -> row.getLong(1))
                .orElseThrow();
    }

    Structure require(Owner owner, UUID id) {
        var values = Sql.owned(owner);
        values.put("id", id);
        return ONE.first(database, values, Structure::of)
                .orElseThrow(() -> Refusal.of(PayoutError.PAYOUT_NOT_FOUND, "No such payout structure: %s", id));
    }

    /** Nobody else changes it, and no round works by it, until the transaction ends. */
    Structure requireForChange(Owner owner, UUID id) {
        require(owner, id);
        HOLD.call(database, Map.of("id", id));
        return require(owner, id);
    }

    /** It stays as it is until the transaction ends. */
    void keep(UUID id) {
        KEEP.call(database, Map.of("id", id));
    }

    Page<Structure> page(Owner owner, UUID programId, int limit, Edge edge) {
        var values = Sql.owned(owner);
        values.put("program", programId);
        return Pages.page(database, PAGE, values, limit, edge, Structure::of);
    }

    void add(Owner owner, UUID id, UUID programId, StructureDetails details, Instant now) {
        var values = values(id, details, now);
        values.putAll(Sql.owned(owner));
        values.put("program", programId);
        ADD.update(database, values);
    }

    void describe(UUID id, StructureDetails details, Instant now) {
        DESCRIBE.update(database, values(id, details, now));
    }

    private static Map<String, Object> values(UUID id, StructureDetails details, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", id);
        values.put("name", details.name());
        values.put("metadata", details.metadata());
        values.put("readme", details.readme());
        values.put("now", now);
        return values;
    }

    void add(UUID id, Version version, Instant now) {
        var rule = version.rule();
        var values = new HashMap<String, Object>();
        values.put("structure", id);
        values.put("number", version.number());
        values.put("from", version.effectiveFrom());
        values.put("kind", rule.kind());
        values.put("period", rule.period() == null ? null : rule.period().name());
        values.put("amount", rule.amountCents());
        values.put("goal_type", rule.goalType() == null ? null : rule.goalType().name());
        values.put("goal_target", rule.goalTarget());
        values.put("cpm", rule.cpmCents());
        values.put("minimum", rule.minimumCents());
        values.put("cap", rule.capCents());
        values.put("threshold", rule.thresholdViews());
        values.put("now", now);
        ADD_VERSION.update(database, values);
    }

    boolean owes(UUID id) {
        return OWES.exists(database, Map.of("id", id));
    }

    void delete(UUID id) {
        DELETE.update(database, Map.of("id", id));
    }

    /** The last day that anything is made for; null when nothing is. */
    LocalDate accruedThrough(UUID id) {
        return ACCRUED.list(database, Map.of("id", id), row -> row.getObject(1, LocalDate.class))
                .get(0);
    }

    List<Version> versions(UUID id) {
        return VERSIONS.list(database, Map.of("id", id), Structures::version);
    }

    static Version version(ResultSet row) throws SQLException {
        var period = row.getString("period");
        var goal = row.getString("goal_type");
        return new Version(
                row.getInt("number"),
                row.getObject("effective_from", LocalDate.class),
                new Rule(
                        RuleKind.valueOf(row.getString("kind")),
                        period == null ? null : GoalPeriod.valueOf(period),
                        row.getObject("amount_cents", Long.class),
                        goal == null ? null : GoalType.valueOf(goal),
                        row.getBigDecimal("goal_target"),
                        row.getObject("cpm_cents", Long.class),
                        row.getObject("minimum_cents", Long.class),
                        row.getObject("cap_cents", Long.class),
                        row.getObject("threshold_views", Long.class)));
    }
}
