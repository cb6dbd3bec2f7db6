package io.groundswell.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.Admission.Admitted;
import io.groundswell.event.NewEvents.Key;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Holds organizations to as many events as their plans take in all. What is told again is among these already. */
@ApplicationScoped
class LifetimeLimit {
    private static final Sql HOLD = Sql.text("select id from organization where id = :organization for no key update");
    private static final Sql TOLD = Sql.file(LifetimeLimit.class, "lifetime-events.sql");
    private static final Sql KNOWN = Sql.file(LifetimeLimit.class, "known-keys.sql");

    private final AgroalDataSource database;

    LifetimeLimit(AgroalDataSource database) {
        this.database = database;
    }

    /** @param known loses those of the organization that are refused */
    void refuseSurplus(String organizationId, long most, List<Admitted> known, Map<Delivery, Refusal> refused) {
        HOLD.list(database, Map.of("organization", organizationId), row -> row.getString("id"));
        var told = TOLD.first(database, Map.of("organization", organizationId), row -> row.getLong("events"))
                .orElseThrow();
        var own = known.stream()
                .filter(admitted -> admitted.site().organizationId().equals(organizationId))
                .toList();
        var kept =
                own.stream().mapToLong(admitted -> admitted.delivery().kept()).sum();
        if (kept > most - told) {
            refuse(surplus(own, most - told), most, refused);
            known.removeIf(admitted -> refused.containsKey(admitted.delivery()));
        }
    }

    private List<Admitted> surplus(List<Admitted> own, long room) {
        var surplus = new ArrayList<Admitted>();
        var taken = known(own);
        var left = room;
        for (var admitted : own) {
            var keys = keys(admitted);
            var unnamed = keys.stream().filter(key -> key.key() == null).count();
            var fresh = keys.stream()
                    .filter(key -> key.key() != null && !taken.contains(key))
                    .collect(toSet());
            var more = unnamed + fresh.size();
            if (more == 0 || more <= left) {
                left -= more;
                taken.addAll(fresh);
            } else {
                surplus.add(admitted);
            }
        }
        return surplus;
    }

    private static List<Key> keys(Admitted admitted) {
        return admitted.delivery().kept() == 0
                ? List.of()
                : admitted.delivery().events().stream()
                        .map(event -> Key.of(admitted.site().number(), event))
                        .toList();
    }

    /** Each site by itself. */
    private Set<Key> known(List<Admitted> own) {
        var known = new HashSet<Key>();
        own.stream()
                .flatMap(admitted -> keys(admitted).stream())
                .collect(groupingBy(Key::siteNumber))
                .forEach((site, keys) -> {
                    var texts =
                            keys.stream().map(Key::key).filter(Objects::nonNull).toList();
                    known.addAll(KNOWN.list(
                            database, Map.of("site", site, "keys", texts), row -> new Key(site, row.getString("key"))));
                });
        return known;
    }

    private static void refuse(List<Admitted> surplus, long most, Map<Delivery, Refusal> refused) {
        surplus.forEach(admitted -> refused.put(
                admitted.delivery(),
                Refusal.of(
                        EventError.LIFETIME_EVENT_LIMIT,
                        "The plan takes %,d events in all, and these would be more",
                        most)));
    }
}
