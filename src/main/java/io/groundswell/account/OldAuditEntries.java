package io.groundswell.account;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Mode;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Deletes entries whose time is over, 10,000 of each mode at a time. */
@ApplicationScoped
class OldAuditEntries implements Round {
    /** As long as anything else of test mode. */
    private static final Duration TEST_KEPT = Duration.ofDays(30);

    private static final Sql DELETE = Sql.text("""
            delete from audit_entry where id = any (array(
                select id from audit_entry where mode = :mode and at < :end order by at limit 10000
                for update skip locked))""");

    private final AgroalDataSource database;
    private final AccountConfig config;
    private final Repeat repeat;
    private final Clock clock;

    OldAuditEntries(AgroalDataSource database, AccountConfig config, Repeat repeat, Clock clock) {
        this.database = database;
        this.config = config;
        this.repeat = repeat;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "old_audit_entries";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, () -> delete(Mode.LIVE, config.auditRetention()) + delete(Mode.TEST, TEST_KEPT));
    }

    private int delete(Mode mode, Duration kept) {
        return DELETE.update(
                database, Map.of("mode", mode, "end", clock.instant().minus(kept)));
    }
}
