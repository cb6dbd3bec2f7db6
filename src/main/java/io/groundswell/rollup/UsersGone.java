package io.groundswell.rollup;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/** Finds out whose last session on a day went elsewhere: sets of users do not tell how often each is in them. */
@ApplicationScoped
class UsersGone {
    private static final Sql GONE = Sql.file(UsersGone.class, "users-gone.sql");

    private final AgroalDataSource database;

    UsersGone(AgroalDataSource database) {
        this.database = database;
    }

    private record Presence(LocalDate day, Integer number) {}

    /**
     * @param before the start of the first session that is not in the figures
     * @param changes of sessions, no longer noted
     * @param numbers of the users of those that are put in
     */
    Map<LocalDate, RoaringBitmap> from(
            long site, Instant before, List<CountedSession> changes, Map<Long, Integer> numbers) {
        var stays = changes.stream()
                .filter(one -> !one.isTakenOut())
                .map(one -> new Presence(one.day(), numbers.get(one.userKey())))
                .collect(Collectors.toSet());
        var leavers = changes.stream()
                .filter(one -> one.isTakenOut() && one.number() != null)
                .filter(one -> !stays.contains(new Presence(one.day(), one.number())))
                .toList();
        var gone = new HashMap<LocalDate, RoaringBitmap>();
        if (!leavers.isEmpty()) {
            var values = Map.of(
                    "site", site,
                    "before", before,
                    "days", leavers.stream().map(CountedSession::day).toList(),
                    "users", leavers.stream().map(CountedSession::userKey).toList(),
                    "numbers", leavers.stream().map(CountedSession::number).toList());
            GONE.list(database, values, row -> gone.computeIfAbsent(
                            row.getObject("day", LocalDate.class), any -> new RoaringBitmap())
                    .checkedAdd(row.getInt("number")));
        }
        return gone;
    }
}
