package io.groundswell.publishing.sandbox;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Forgets what was posted to the sandbox 90 days ago, when no attempt at it can go on any more; 10,000 at a time. */
@ApplicationScoped
class OldSandboxPosts implements Round {
    static final Duration KEPT = Duration.ofDays(90);
    private static final Sql DELETE = Sql.text("""
            delete from sandbox_post where reference = any (array(
                select reference from sandbox_post where at < :end order by at limit 10000
                for update skip locked))""");

    private final AgroalDataSource database;
    private final Repeat repeat;
    private final Clock clock;

    OldSandboxPosts(AgroalDataSource database, Repeat repeat, Clock clock) {
        this.database = database;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_sandbox_posts";
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
