package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Clears away what deleted endpoints leave behind: their deliveries, 10,000 at a time, and then themselves. */
@ApplicationScoped
class DeletedWebhooks implements Round {
    private static final Sql DELIVERIES = Sql.text("""
            delete from webhook_delivery where id = any (array(
                select d.id from webhook w join webhook_delivery d on d.webhook_id = w.id
                where w.status = 'DELETED' limit 10000))""");
    private static final Sql WEBHOOKS = Sql.text("""
            delete from webhook w where status = 'DELETED'
               and not exists (select 1 from webhook_delivery d where d.webhook_id = w.id)""");

    private final AgroalDataSource database;
    private final Repeat repeat;

    DeletedWebhooks(AgroalDataSource database, Repeat repeat) {
        this.database = database;
        this.repeat = repeat;
    }

    @Override
    public String name() {
        return "deleted_webhooks";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(
                deadline, () -> DELIVERIES.update(database, Map.of()) + WEBHOOKS.update(database, Map.of()));
    }
}
