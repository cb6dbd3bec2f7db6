package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.goal.GoalType;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;

/** What is owed for one part that is over. */
@ApplicationScoped
class PartAccrual {
    private static final Sql ACCRUE = Sql.file(PartAccrual.class, "accrue.sql");

    private final AgroalDataSource database;
    private final Measures measures;

    PartAccrual(AgroalDataSource database, Measures measures) {
        this.database = database;
        this.measures = measures;
    }

    void accrue(Owner owner, Assignment assignment, Part part, Instant now) {
        var rule = part.version().rule();
        switch (rule.kind()) {
            case RECURRING ->
                save(assignment, part, BigDecimal.valueOf(part.days()), part.share(rule.amountCents()), now);
            case GOALS -> {
                var actual = of(owner, assignment, rule.goalType(), part.from(), part.to());
                save(assignment, part, actual, part.meets(actual) ? part.share(rule.amountCents()) : 0, now);
            }
            case CPM -> {
                var before = of(owner, assignment, GoalType.VIEWS, part.period().start(), part.from());
                var within = of(owner, assignment, GoalType.VIEWS, part.from(), part.to());
                save(assignment, part, within, part.forViews(before, within), now);
            }
            case VIEW_THRESHOLD -> passed(assignment, part, now);
        }
    }

    private BigDecimal of(Owner owner, Assignment assignment, GoalType type, LocalDate from, LocalDate to) {
        return measures.of(owner, type, assignment.creatorId(), from, to);
    }

    private void passed(Assignment assignment, Part part, Instant now) {
        var rule = part.version().rule();
        var last = assignment.accruedThrough();
        var late = last == null ? part.from() : last.minusDays(Accruing.LATE_DAYS - 1);
        var from = late.isBefore(part.from()) ? part.from() : late;
        for (var video : measures.passed(assignment.creatorId(), rule.thresholdViews(), from, part.to())) {
            var day = new Part(part.version(), null, video.day(), video.day().plusDays(1));
            save(
                    assignment,
                    day,
                    BigDecimal.valueOf(video.views()),
                    rule.amountCents(),
                    "video " + video.videoId(),
                    video.videoId(),
                    now);
        }
    }

    private void save(Assignment assignment, Part part, BigDecimal quantity, long cents, Instant now) {
        save(assignment, part, quantity, cents, part.reason(), null, now);
    }

    private void save(
            Assignment assignment,
            Part part,
            BigDecimal quantity,
            long cents,
            String reason,
            UUID videoId,
            Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", UUID.randomUUID());
        values.put("assignment", assignment.id());
        values.put("version", part.version().number());
        values.put("video", videoId);
        values.put("kind", part.version().rule().kind());
        values.put("starts", part.from());
        values.put("ends", part.to().minusDays(1));
        values.put("quantity", quantity);
        values.put("cents", cents);
        values.put("reason", reason);
        values.put("now", now);
        ACCRUE.update(database, values);
    }
}
