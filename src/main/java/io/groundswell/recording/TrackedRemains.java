package io.groundswell.recording;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.work.Repeat;
import io.groundswell.work.Round;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Erases what was measured of videos and creators that are gone, some of them at a time. */
@ApplicationScoped
class TrackedRemains implements Round {
    private static final int BATCH = 20;
    private static final Sql NEXT =
            Sql.text("select id::text from tracked_remains limit :limit for update skip locked");
    private static final List<Sql> ERASE = List.of(
            Sql.text("delete from tracked_snapshot where id = any (cast(cast(:ids as text[]) as uuid[]))"),
            Sql.text("delete from tracked_day where id = any (cast(cast(:ids as text[]) as uuid[]))"),
            Sql.text("delete from creator_day where creator_id = any (cast(cast(:ids as text[]) as uuid[]))"),
            Sql.text("delete from tracked_remains where id = any (cast(cast(:ids as text[]) as uuid[]))"));

    private final AgroalDataSource database;
    private final Repeat repeat;

    TrackedRemains(AgroalDataSource database, Repeat repeat) {
        this.database = database;
        this.repeat = repeat;
    }

    @Override
    public String name() {
        return "tracked_remains";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run(Instant deadline) {
        return repeat.until(deadline, () -> QuarkusTransaction.requiringNew().call(this::erase));
    }

    private int erase() {
        var ids = NEXT.list(database, Map.of("limit", BATCH), row -> row.getString("id"));
        ERASE.forEach(statement -> statement.update(database, Map.of("ids", ids)));
        return ids.size();
    }
}
