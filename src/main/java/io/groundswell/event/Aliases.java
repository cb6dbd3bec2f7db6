package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.Admission.Admitted;
import io.groundswell.event.NewEvents.OfSite;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores which current id replaced which former id, and since when. The caller has locked the rows of the sites. */
@ApplicationScoped
class Aliases {
    private static final Sql SAVE = Sql.file(Aliases.class, "save-aliases.sql");
    private static final Sql MARK =
            Sql.text("update site set aliased = true where not aliased and number = any (:sites)");
    private static final Sql REDIRECT = Sql.file(Aliases.class, "redirect-moves.sql");

    private final AgroalDataSource database;
    private final FormerIds former;

    Aliases(AgroalDataSource database, FormerIds former) {
        this.database = database;
        this.former = former;
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
            var answer = sites.get(one.site().number()).tell(delivery.identification());
            if (answer != SameUsers.Answer.KEPT) {
                refused.put(delivery, refusal(answer));
            }
        }
        save(sites, today);
    }

    private static Refusal refusal(SameUsers.Answer answer) {
        return answer == SameUsers.Answer.FULL
                ? Refusal.of(
                        EventError.TOO_MANY_IDS,
                        "A user has at most %,d former ids, and this would be one more",
                        SameUsers.MOST)
                : Refusal.later(
                        EventError.OVERLOADED,
                        Duration.ofSeconds(1),
                        "Other users with many former ids get another one just now. Try again in a second");
    }

    private static boolean identifies(Admitted one) {
        return one.delivery().identification() != null && one.delivery().automaton() == null;
    }

    private Map<Long, SameUsers> load(List<Admitted> admitted) {
        var sites = new TreeMap<Long, SameUsers>();
        admitted.stream()
                .collect(Collectors.groupingBy(
                        one -> one.site().number(),
                        Collectors.mapping(one -> one.delivery().identification(), Collectors.toList())))
                .forEach((site, told) -> sites.put(site, former.about(site, told)));
        return sites;
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
        var users = new HashMap<Key, HashedId>();
        events.stream()
                .filter(one -> sites.contains(one.siteNumber()) && one.event().user() != null)
                .collect(Collectors.groupingBy(
                        OfSite::siteNumber,
                        TreeMap::new,
                        Collectors.mapping(one -> one.event().user().text(), Collectors.toSet())))
                .forEach((site, ids) -> former.find(
                        site, ids, two -> users.put(new Key(site, two.previousId()), HashedId.of(two.userId()))));
        if (users.isEmpty()) {
            return events;
        }
        return events.stream()
                .map(one -> users.containsKey(user(one)) ? one.by(users.get(user(one))) : one)
                .toList();
    }

    private static Key user(OfSite one) {
        return new Key(one.siteNumber(), HashedId.text(one.event().user()));
    }
}
