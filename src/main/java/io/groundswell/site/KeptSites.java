package io.groundswell.site;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.Limit;
import io.groundswell.database.Chunks;
import io.groundswell.database.Sql;
import io.groundswell.work.OneByOne;
import io.groundswell.work.Round;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Sites by how long they keep what is measured. Those that keep it equally long are asked about at once. */
@ApplicationScoped
public class KeptSites {
    private static final int AT_ONCE = 5_000;
    private static final Sql ALL = Sql.file(KeptSites.class, "sites-by-kept-days.sql");

    private final AgroalDataSource database;
    private final OneByOne oneByOne;
    private final Clock clock;

    KeptSites(AgroalDataSource database, OneByOne oneByOne, Clock clock) {
        this.database = database;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /**
     * Some sites that keep the same.
     *
     * @param oldest the first day of it; null when they keep everything
     * @param numbers in order
     */
    public record Some(LocalDate oldest, List<Long> numbers) {
        /** The first day of the first week of which they keep anything. */
        public LocalDate monday() {
            return oldest.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        public Long[] array() {
            return numbers.toArray(Long[]::new);
        }

        private Some after(long number) {
            return new Some(oldest, numbers.subList(numbers.indexOf(number) + 1, numbers.size()));
        }
    }

    /** All there are. */
    public List<Some> asOf(LocalDate today) {
        var values = new HashMap<>(Limit.SITE_RETENTION_DAYS.daysOfPlans());
        values.put("today", today);
        return ALL.list(database, values, KeptSites::some).stream()
                .flatMap(all ->
                        Chunks.of(all.numbers(), AT_ONCE).stream().map(numbers -> new Some(all.oldest(), numbers)))
                .toList();
    }

    /** Those that do not keep everything. */
    public List<Some> limited(LocalDate today) {
        return asOf(today).stream().filter(some -> some.oldest() != null).toList();
    }

    private static Some some(ResultSet row) throws SQLException {
        var numbers = (Long[]) row.getArray("sites").getArray();
        return new Some(row.getObject("oldest", LocalDate.class), List.of(numbers));
    }

    /**
     * Goes from one site for which there is something to do to the next. Each is looked for once; one that fails keeps no other waiting,
     * and a look that fails none of those who keep something else.
     *
     * @param round that does it
     * @param next finds the first of some
     * @param step does some of it for one, and says how much that was
     */
    public int each(
            Round round, Some some, Function<Some, Optional<Long>> next, ToIntFunction<Long> step, Instant deadline) {
        return oneByOne.attempt(
                        round, "sites that keep from " + some.oldest(), () -> inTurn(round, some, next, step, deadline))
                .orElse(0);
    }

    private int inTurn(
            Round round, Some some, Function<Some, Optional<Long>> next, ToIntFunction<Long> step, Instant deadline) {
        var done = 0;
        var left = some;
        var site = next.apply(left);
        while (site.isPresent()) {
            var number = site.get();
            for (var more = 1; more > 0 && clock.instant().isBefore(deadline); done += more) {
                more = oneByOne.attempt(round, "site " + number, () -> step.applyAsInt(number))
                        .orElse(0);
            }
            left = left.after(number);
            site = clock.instant().isBefore(deadline) ? next.apply(left) : Optional.empty();
        }
        return done;
    }
}
