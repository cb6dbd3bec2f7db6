package io.groundswell.annotation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.recording.FollowersTold;
import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Marks when creators had round numbers of followers for the first time. What is marked follows from the snapshots that are kept,
 * in whatever order they come: it is worked out anew whenever some are written, by whoever holds what is known of the creator.
 */
@ApplicationScoped
class FollowerMilestones {
    private static final Sql MILESTONES = Sql.file(FollowerMilestones.class, "follower-milestones.sql");

    /** One and five times each power of ten, up to more than anybody has. */
    private static final List<Long> THRESHOLDS = LongStream.iterate(1_000, ten -> ten <= 100_000_000, ten -> ten * 10)
            .flatMap(ten -> LongStream.of(ten, ten * 5))
            .boxed()
            .toList();

    private static final List<String> TITLES = THRESHOLDS.stream()
            .map(threshold -> String.format(Locale.ROOT, "%,d followers reached", threshold))
            .toList();

    /** Webhooks are told of what was reached within that time, and not of what old snapshots say. */
    private static final Duration NEWS = Duration.ofHours(48);

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final Clock clock;

    FollowerMilestones(AgroalDataSource database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    void told(@Observes FollowersTold event) {
        var values = Sql.owned(event.owner());
        var since = List.copyOf(event.since().entrySet());
        values.put("creators", since.stream().map(Map.Entry::getKey).toList());
        values.put("since", since.stream().map(Map.Entry::getValue).toList());
        values.put("thresholds", THRESHOLDS);
        values.put("titles", TITLES);
        var now = clock.instant();
        values.put("now", now);
        values.put("news_since", now.minus(NEWS));
        for (var news : MILESTONES.list(database, values, FollowerMilestones::news)) {
            outbox.record(event.owner(), "creator.milestone", news.get("creator_id"), news);
        }
    }

    private static Map<String, String> news(ResultSet row) throws SQLException {
        return Map.of(
                "creator_id", row.getString("creator_id"),
                "project_id", row.getString("program_id"),
                "tiktok_handle", row.getString("handle"),
                "title", row.getString("title"),
                "threshold", row.getString("threshold"),
                "reached_at", Sql.instant(row, "at").toString());
    }
}
