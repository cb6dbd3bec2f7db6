package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.Admission.Admitted;
import io.groundswell.event.NewEvents.OfSite;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps by which ids users are known since when they had others. The caller holds the rows of the sites. */
@ApplicationScoped
class Aliases {
    private static final Sql LOAD = Sql.file(Aliases.class, "aliases-among.sql");
    private static final Sql SAVE = Sql.file(Aliases.class, "save-aliases.sql");
    private static final Sql MARK =
            Sql.text("update site set aliased = true where not aliased and number = any (:sites)");
    private static final Sql REDIRECT = Sql.file(Aliases.class, "redirect-moves.sql");
    private static final Sql FIND = Sql.file(Aliases.class, "find-aliases.sql");

    private final AgroalDataSource database;

    Aliases(AgroalDataSource database) {
        this.database = database;
    }

    private record Key(long siteNumber, String id) {}

    /**
     * In the order in which they came.
     *
     * @param refused gets those for which there is no room
     */
    void add(List<Admitted> admitted, Map<Delivery, Refusal> refused, LocalDate today) {
        var some = admitted.stream().filter(Aliases::identifies).toList();
        if (some.isEmpty()) {
            return;
        }
        var sites = load(some);
        for (var one : some) {
            var delivery = one.delivery();
            if (!sites.get(one.site().number()).tell(delivery.identification())) {
                refused.put(
                        delivery,
                        Refusal.of(
                                EventError.TOO_MANY_IDS,
                                "A user has at most %,d former ids, and this would be one more",
                                SameUsers.MOST));
            }
        }
        save(sites, today);
    }

    private static boolean identifies(Admitted one) {
        return one.delivery().identification() != null && one.delivery().automaton() == null;
    }

    private Map<Long, SameUsers> load(List<Admitted> admitted) {
        var sites = new TreeMap<Long, SameUsers>();
        var keys = new LinkedHashSet<Key>();
        for (var one : admitted) {
            var number = one.site().number();
            sites.putIfAbsent(number, new SameUsers());
            keys.add(new Key(number, one.delivery().identification().previousId()));
            keys.add(new Key(number, one.delivery().identification().userId()));
        }
        read(LOAD, keys, (site, two) -> sites.get(site).know(two));
        return sites;
    }

    /** Each site by itself. */
    private void read(Sql statement, Set<Key> keys, BiConsumer<Long, Identification> reader) {
        keys.stream()
                .collect(Collectors.groupingBy(Key::siteNumber, TreeMap::new, Collectors.toList()))
                .forEach((site, some) -> statement
                        .list(
                                database,
                                Map.of("site", site, "keys", each(some, key -> KeyHash.number(key.id()))),
                                row -> new Identification(row.getString("previous_id"), row.getString("user_id")))
                        .forEach(two -> reader.accept(site, two)));
    }

    private void save(Map<Long, SameUsers> sites, LocalDate today) {
        var changed = new ArrayList<Long>();
        sites.forEach((site, users) -> {
            var told = users.told();
            if (!told.isEmpty() && save(site, told, today) > 0) {
                changed.add(site);
            }
        });
        if (!changed.isEmpty()) {
            MARK.update(database, Map.of("sites", changed.toArray(Long[]::new)));
        }
    }

    private int save(long site, List<Identification> told, LocalDate today) {
        var values = Map.of(
                "site", site,
                "previous_keys", each(told, two -> KeyHash.number(two.previousId())),
                "previous_ids", each(told, Identification::previousId),
                "user_keys", each(told, two -> KeyHash.number(two.userId())),
                "user_ids", each(told, Identification::userId),
                "today", today);
        var saved = SAVE.update(database, values);
        REDIRECT.update(database, values);
        return saved;
    }

    private static <T> List<Object> each(List<T> some, Function<T, Object> value) {
        return some.stream().map(value).toList();
    }

    /** The same events, each with the id by which its user is known now. */
    List<OfSite> apply(List<OfSite> events, List<Admitted> admitted) {
        var sites = admitted.stream()
                .filter(one -> one.site().aliased() || identifies(one))
                .map(one -> one.site().number())
                .collect(Collectors.toSet());
        var keys = events.stream()
                .filter(one -> sites.contains(one.siteNumber()) && one.event().userId() != null)
                .map(Aliases::user)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (keys.isEmpty()) {
            return events;
        }
        var users = new HashMap<Key, String>();
        read(FIND, keys, (site, two) -> users.put(new Key(site, two.previousId()), two.userId()));
        return events.stream()
                .map(one -> users.containsKey(user(one)) ? one.by(users.get(user(one))) : one)
                .toList();
    }

    private static Key user(OfSite one) {
        return new Key(one.siteNumber(), one.event().userId());
    }
}
