package io.groundswell.goal;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Creators of programmes, their goals, and when they were last measured, many at once. */
@ApplicationScoped
class ComplianceStore {
    private static final Sql CANDIDATES = Sql.file(ComplianceStore.class, "candidates.sql");
    private static final Sql LAST_UPDATES = Sql.file(ComplianceStore.class, "last-updates.sql");

    private final AgroalDataSource database;
    private final Goals goals;

    ComplianceStore(AgroalDataSource database, Goals goals) {
        this.database = database;
        this.goals = goals;
    }

    record Candidate(UUID id, String handle, String displayName, String avatarUrl, Instant createdAt) {}

    /** @param after the last one of those before, or null */
    List<Candidate> candidates(ComplianceWish wish, Candidate after, int most) {
        var values = new HashMap<String, Object>();
        values.put("program", wish.programId());
        values.put("creator", wish.creatorId());
        values.put("after", after == null ? Instant.parse("9999-12-31T00:00:00Z") : after.createdAt());
        values.put("after_id", after == null ? new UUID(-1, -1) : after.id());
        values.put("most", most);
        return CANDIDATES.list(
                database,
                values,
                row -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getString("handle"),
                        row.getString("display_name"),
                        row.getString("avatar_url"),
                        Sql.instant(row, "created_at")));
    }

    /** @param period of the only ones that are wanted, or null */
    List<Goal> goals(List<Candidate> creators, GoalPeriod period) {
        return goals.of(creators.stream().map(Candidate::id).toList(), period);
    }

    /** One that was never measured is missing. */
    Map<UUID, Instant> lastUpdates(Collection<UUID> creators) {
        var updates = new HashMap<UUID, Instant>();
        LAST_UPDATES.list(
                database,
                Map.of("ids", creators),
                row -> updates.put(row.getObject("id", UUID.class), Sql.instant(row, "at")));
        return updates;
    }
}
