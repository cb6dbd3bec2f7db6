package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.Admission.Admitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what is told for the first time from what is told again, by the ids that tellers gave. */
@ApplicationScoped
class NewEvents {
    private static final Sql CLAIM = Sql.file(NewEvents.class, "claim-keys.sql");

    private final AgroalDataSource database;

    NewEvents(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * An event of a site.
     *
     * @param arrivedAt null for what was brought in as the past
     */
    record OfSite(long siteNumber, Event event, Instant arrivedAt) {
        OfSite by(HashedId other) {
            return new OfSite(siteNumber, event.by(other), arrivedAt);
        }
    }

    /** @param key null for an event whose teller gave it no id */
    record Key(long siteNumber, String key) {
        static Key of(long siteNumber, Event event) {
            var id = event.eventId();
            return new Key(siteNumber, id == null ? null : KeyHash.uuid(id).toString());
        }
    }

    /** In the order in which they came. */
    List<OfSite> among(List<Admitted> admitted, Instant now) {
        var events = new ArrayList<OfSite>();
        var keys = new ArrayList<Key>();
        for (var one : admitted) {
            if (one.delivery().automaton() == null) {
                var arrivedAt = one.delivery().isLive() ? now : null;
                for (var event : one.delivery().events()) {
                    events.add(new OfSite(one.site().number(), event, arrivedAt));
                    keys.add(Key.of(one.site().number(), event));
                }
            }
        }
        var unknown = claim(
                keys.stream().filter(key -> key.key() != null).toList(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        var fresh = new ArrayList<OfSite>();
        for (var at = 0; at < events.size(); at++) {
            // Taken out, for the same one may come twice in a batch.
            if (keys.get(at).key() == null || unknown.remove(keys.get(at))) {
                fresh.add(events.get(at));
            }
        }
        return fresh;
    }

    private Set<Key> claim(List<Key> keys, LocalDate today) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(CLAIM.list(
                database,
                Map.of(
                        "sites",
                        keys.stream().map(Key::siteNumber).toList(),
                        "keys",
                        keys.stream().map(Key::key).toList(),
                        "today",
                        today),
                row -> new Key(row.getLong("site_number"), row.getString("key"))));
    }
}
