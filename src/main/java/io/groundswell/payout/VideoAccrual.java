package io.groundswell.payout;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.payout.PassedVideos.Passed;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Keeps what is owed for videos that passed so many views. */
@ApplicationScoped
class VideoAccrual {
    private static final Sql ACCRUE = Sql.file(VideoAccrual.class, "accrue-video.sql");
    private static final Sql COME_TO_NOTHING = Sql.file(VideoAccrual.class, "come-to-nothing.sql");
    private static final Sql PENDING = Sql.file(VideoAccrual.class, "pending-videos.sql");

    private final AgroalDataSource database;
    private final PassedVideos videos;

    VideoAccrual(AgroalDataSource database, PassedVideos videos) {
        this.database = database;
        this.videos = videos;
    }

    /** What nothing is owed for yet. */
    void accrue(Assignment assignment, Part part, Instant now) {
        var days = part.since(assignment.accruedThrough(), Accruing.LATE_DAYS);
        Passed last = null;
        var some = PassedVideos.AT_ONCE;
        while (some == PassedVideos.AT_ONCE) {
            var passed = videos.next(assignment.creatorId(), days, last);
            for (var video : passed) {
                save(assignment, video, null, now);
                last = video;
            }
            some = passed.size();
        }
    }

    /** @param videoId null when it is gone */
    private record Pending(UUID id, UUID videoId, int version, LocalDate day, long views, long cents) {
        static Pending of(ResultSet row) throws SQLException {
            return new Pending(
                    row.getObject("id", UUID.class),
                    row.getObject("video_id", UUID.class),
                    row.getInt("version"),
                    row.getObject("starts_on", LocalDate.class),
                    row.getLong("quantity"),
                    row.getLong("calculated_cents"));
        }

        boolean tells(Passed passed) {
            return version == passed.day().version().number()
                    && day.equals(passed.day().from())
                    && views == passed.views()
                    && cents == passed.owed().cents();
        }
    }

    /** What is pending for the last days before this one follows the snapshots: to another day, or to nothing. */
    void revise(Assignment assignment, LocalDate today, Instant at) {
        Pending last = null;
        List<Pending> some;
        do {
            some = pending(assignment, today.minusDays(Accruing.LATE_DAYS), last);
            var theirs =
                    some.stream().map(Pending::videoId).filter(Objects::nonNull).toList();
            var passed = videos.of(assignment, theirs, today);
            for (var one : some) {
                var now = passed.get(one.videoId());
                if (now == null) {
                    comeToNothing(one, at);
                } else if (!one.tells(now)) {
                    save(assignment, now, one.id(), at);
                }
                last = one;
            }
        } while (some.size() == PassedVideos.AT_ONCE);
    }

    private List<Pending> pending(Assignment assignment, LocalDate since, Pending last) {
        var values = new HashMap<String, Object>();
        values.put("assignment", assignment.id());
        values.put("since", since);
        values.put("after", last == null ? null : last.id());
        values.put("most", PassedVideos.AT_ONCE);
        return PENDING.list(database, values, Pending::of);
    }

    /** @param changed the accrual that may be changed; null for none but one that came to nothing */
    private void save(Assignment assignment, Passed passed, UUID changed, Instant now) {
        var owed = passed.owed();
        var values = new HashMap<String, Object>();
        values.put("id", UUID.randomUUID());
        values.put("assignment", assignment.id());
        values.put("version", passed.day().version().number());
        values.put("video", passed.videoId());
        values.put("reason", "video " + passed.videoId());
        values.put("changed", changed);
        values.put("day", passed.day().from());
        values.put("quantity", owed.quantity());
        values.put("cents", owed.cents());
        values.put("now", now);
        ACCRUE.update(database, values);
    }

    private void comeToNothing(Pending one, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", one.id());
        values.put("now", now);
        COME_TO_NOTHING.update(database, values);
    }
}
