package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.payout.Calculation.Passed;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;

/** Keeps what is owed for one part that is over. */
@ApplicationScoped
class PartAccrual {
    private static final Sql ACCRUE = Sql.file(PartAccrual.class, "accrue.sql");

    private final AgroalDataSource database;
    private final Calculation calculation;

    PartAccrual(AgroalDataSource database, Calculation calculation) {
        this.database = database;
        this.calculation = calculation;
    }

    void accrue(Owner owner, Assignment assignment, Part part, Instant now) {
        if (part.version().rule().kind() == RuleKind.VIEW_THRESHOLD) {
            passed(assignment, part, now);
        } else {
            save(assignment, part, calculation.of(owner, assignment.creatorId(), part), null, now);
        }
    }

    private void passed(Assignment assignment, Part part, Instant now) {
        var days = part.since(assignment.accruedThrough(), Accruing.LATE_DAYS);
        Passed last = null;
        var some = Calculation.AT_ONCE;
        while (some == Calculation.AT_ONCE) {
            var videos = calculation.passed(assignment.creatorId(), days, last);
            for (var video : videos) {
                save(assignment, days.on(video.day()), video.owed(part.version().rule()), video.videoId(), now);
                last = video;
            }
            some = videos.size();
        }
    }

    private void save(Assignment assignment, Part part, Owed owed, UUID videoId, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", UUID.randomUUID());
        values.put("assignment", assignment.id());
        values.put("version", part.version().number());
        values.put("video", videoId);
        values.put("kind", part.version().rule().kind());
        values.put("starts", part.from());
        values.put("ends", part.to().minusDays(1));
        values.put("quantity", owed.quantity());
        values.put("cents", owed.cents());
        values.put("reason", videoId == null ? part.reason() : "video " + videoId);
        values.put("now", now);
        ACCRUE.update(database, values);
    }
}
