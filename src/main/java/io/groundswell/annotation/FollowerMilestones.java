package io.groundswell.annotation;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.recording.FollowersTold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
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

    private final AgroalDataSource database;
    private final Clock clock;

    FollowerMilestones(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void told(@Observes FollowersTold event) {
        var values = Sql.owned(event.owner());
        var since = List.copyOf(event.since().entrySet());
        values.put("creators", since.stream().map(Map.Entry::getKey).toList());
        values.put("since", since.stream().map(Map.Entry::getValue).toList());
        values.put("thresholds", THRESHOLDS);
        values.put("titles", TITLES);
        values.put("now", clock.instant());
        MILESTONES.update(database, values);
    }
}
