package io.groundswell.live;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Alone;
import io.groundswell.database.Sql;
import io.groundswell.shared.Caller;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The places that streams take, so many for each organization, over all instances. A place is held for as long as its instance
 * renews it; of an instance that died it is free again soon.
 */
@ApplicationScoped
class Places {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(20);
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Sql TAKE = Sql.file(Places.class, "take-place.sql");
    private static final Sql KEEP = Sql.file(Places.class, "keep-places.sql");
    private static final Sql FREE = Sql.text("delete from open_stream where id = any (cast(:ids as text[]))");

    private final AgroalDataSource database;
    private final LiveConfig config;
    private final Clock clock;

    Places(AgroalDataSource database, LiveConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Its id, or a refusal when all are taken. */
    String take(Caller caller, long siteNumber) {
        var organization = caller.owner().organizationId();
        var values = new HashMap<String, Object>();
        values.put("id", PublicId.random(16));
        values.put("organization", organization);
        values.put("site", siteNumber);
        values.put("key", caller.tokenId());
        values.put("most", (long) config.streams());
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Alone.with(database, "streams " + organization);
                    values.put("now", clock.instant());
                    values.put("until", clock.instant().plus(LEASE));
                    return TAKE.first(database, values, row -> row.getString("id"));
                })
                .orElseThrow(() -> Refusal.later(
                        LiveError.STREAM_LIMIT,
                        SOON,
                        "An account has at most %d streams at once. Close one, or try again later",
                        config.streams()));
    }

    /** Keeps places, and says whose streams may go on. */
    Set<String> keep(Collection<String> ids) {
        var now = clock.instant();
        return new HashSet<>(KEEP.list(
                database,
                Map.of("ids", ids, "now", now, "renew", now.plus(RENEWED_BEFORE), "until", now.plus(LEASE)),
                row -> row.getString("id")));
    }

    void free(Collection<String> ids) {
        FREE.update(database, Map.of("ids", ids));
    }
}
