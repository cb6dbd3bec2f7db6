package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The numbers of a site's users. */
@ApplicationScoped
class Visitors {
    private static final Sql KNOWN = Sql.text("""
            select user_key, number from visitor
            where site_number = :site and user_key = any (cast(cast(:users as text[]) as bigint[]))""");
    private static final Sql TAKE = Sql.text("""
            update visitor_count set visitors = visitors + :most where site_number = :site
            returning visitors - :most as numbered""");
    private static final Sql NUMBER = Sql.file(Visitors.class, "number-visitors.sql");
    private static final Sql FORGET = Sql.text("delete from visitor where site_number = :site and user_key = :user");

    private final AgroalDataSource database;

    Visitors(AgroalDataSource database) {
        this.database = database;
    }

    Map<Long, Integer> known(long site, Collection<Long> users) {
        var numbers = new HashMap<Long, Integer>();
        KNOWN.list(
                        database,
                        Map.of("site", site, "users", List.copyOf(users)),
                        row -> Map.entry(row.getLong("user_key"), row.getInt("number")))
                .forEach(one -> numbers.put(one.getKey(), one.getValue()));
        return numbers;
    }

    /** Numbers those who have none yet. Nulls have none ever. */
    Map<Long, Integer> of(long site, Collection<Long> users) {
        var some = new HashSet<>(users);
        some.removeIf(Objects::isNull);
        var numbers = known(site, some);
        some.removeAll(numbers.keySet());
        if (!some.isEmpty()) {
            number(site, List.copyOf(some));
            numbers.putAll(known(site, some));
        }
        return numbers;
    }

    /** For good, whatever becomes of the caller's transaction: else all who number users would wait until that ends. */
    private void number(long site, List<Long> users) {
        QuarkusTransaction.requiringNew().run(() -> TAKE.first(
                        database, Map.of("site", site, "most", users.size()), row -> row.getInt("numbered"))
                .ifPresent(numbered ->
                        NUMBER.update(database, Map.of("site", site, "users", users, "numbered", numbered))));
    }

    /** The number itself is given to nobody else. */
    void forget(long site, long user) {
        FORGET.update(database, Map.of("site", site, "user", user));
    }
}
