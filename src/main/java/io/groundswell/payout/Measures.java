package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.goal.Actuals;
import io.groundswell.goal.GoalType;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What creators did, as far as it is paid for. */
@ApplicationScoped
class Measures {
    private static final Sql PASSED = Sql.file(Measures.class, "passed.sql");

    private final AgroalDataSource database;
    private final Actuals actuals;

    Measures(AgroalDataSource database, Actuals actuals) {
        this.database = database;
        this.actuals = actuals;
    }

    /** @param to the day after the last one */
    BigDecimal of(Owner owner, GoalType type, UUID creatorId, LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? actuals.of(owner, type, Set.of(creatorId), from, to).get(creatorId)
                : BigDecimal.ZERO;
    }

    /** A video that passed so many views on a day. */
    record Passed(UUID videoId, LocalDate day, long views) {}

    /** @param to the day after the last one */
    List<Passed> passed(UUID creatorId, long views, LocalDate from, LocalDate to) {
        return PASSED.list(
                database,
                Map.of("creator", creatorId, "views", views, "from", from, "to", to),
                row -> new Passed(
                        row.getObject("id", UUID.class), row.getObject("day", LocalDate.class), row.getLong("views")));
    }
}
