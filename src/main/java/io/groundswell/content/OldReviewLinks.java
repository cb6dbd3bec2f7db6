package io.groundswell.content;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Deletes review links a month after they ended, 10,000 at a time. */
@ApplicationScoped
class OldReviewLinks implements Round {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Sql DELETE = Sql.text("""
            delete from review_link where id = any (array(
                select id from review_link where expires_at < :end order by expires_at limit 10000
                for update skip locked))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldReviewLinks(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_review_links";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        var end = clock.instant().minus(KEPT);
        return repeat.until(deadline, () -> DELETE.update(database, Map.of("end", end)));
    }
}
