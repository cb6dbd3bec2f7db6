package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads what one must know of the users of a site before something is told of them, and no more of it than can be written at once. */
@ApplicationScoped
class FormerIds {
    /** Most former ids one batch may reassign; one user's always fit. */
    static final int MOST_MOVED = 5_000;

    private static final Sql FIND = Sql.file(FormerIds.class, "find-aliases.sql");
    private static final Sql COUNT = Sql.file(FormerIds.class, "count-former-ids.sql");
    private static final Sql FORMER = Sql.file(FormerIds.class, "former-ids.sql");

    private final AgroalDataSource database;

    FormerIds(AgroalDataSource database) {
        this.database = database;
    }

    /** Reads the present users of some ids. */
    void find(long site, Collection<String> ids, Consumer<Identification> reader) {
        read(FIND, site, ids, reader);
    }

    /** Those who get another id are known by their former ones, as far as there is room; of all others it is enough to know how many. */
    SameUsers about(long site, List<Identification> told) {
        var users = new SameUsers();
        var named = new LinkedHashSet<String>();
        told.forEach(two -> named.addAll(List.of(two.previousId(), two.userId())));
        find(site, named, users::know);
        var standing = new LinkedHashSet<String>();
        named.forEach(id -> standing.add(users.userOf(id)));
        var counts = count(site, standing);
        read(FORMER, site, moved(told, counts), users::know);
        standing.forEach(id -> users.count(id, counts.getOrDefault(KeyHash.number(id), 0)));
        return users;
    }

    private Map<Long, Integer> count(long site, Collection<String> ids) {
        return COUNT.list(database, values(site, ids), row -> Map.entry(row.getLong("key"), row.getInt("ids"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> moved(List<Identification> told, Map<Long, Integer> counts) {
        var moved = new LinkedHashSet<String>();
        var room = MOST_MOVED;
        for (var two : told) {
            var ids = counts.getOrDefault(KeyHash.number(two.previousId()), 0);
            if (ids > 0 && ids <= room && moved.add(two.previousId())) {
                room -= ids;
            }
        }
        return List.copyOf(moved);
    }

    private void read(Sql statement, long site, Collection<String> ids, Consumer<Identification> reader) {
        if (!ids.isEmpty()) {
            statement
                    .list(
                            database,
                            values(site, ids),
                            row -> new Identification(row.getString("previous_id"), row.getString("user_id")))
                    .forEach(reader);
        }
    }

    private static Map<String, Object> values(long site, Collection<String> ids) {
        return Map.of("site", site, "keys", ids.stream().map(KeyHash::number).toList());
    }
}
