package io.groundswell.creator;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Deletes removed creators with all that is known of them, when an organization has removed so many since that nobody will
 * miss them. One at a time: each may have thousands of videos.
 */
@ApplicationScoped
class ForgottenCreators implements Round {
    static final int REMEMBERED = 1_000;

    private static final Sql FORGET = Sql.text("""
            delete from creator where removed_at is not null and id = any (array(
                select id from (
                    select id, row_number() over (partition by organization_id, mode order by removed_at desc, id) as place
                    from creator where removed_at is not null) removed
                where place > :remembered limit 1))""");

    private final AgroalDataSource database;
    private final Clock clock;

    ForgottenCreators(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forgotten_creators";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        var forgotten = 0;
        while (clock.instant().isBefore(deadline) && FORGET.update(database, Map.of("remembered", REMEMBERED)) > 0) {
            forgotten++;
        }
        return forgotten;
    }
}
