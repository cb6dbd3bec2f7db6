package io.groundswell.segment;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.OutOfTimeException;
import io.groundswell.database.Questions;
import io.groundswell.database.Sql;
import io.groundswell.site.AskedSite;
import io.groundswell.site.Window;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The events of sites by columns, some thousands in a segment. A segment holds what its rows hold, or is dropped: whoever changes rows does
 * that in the same transaction, and it is made again later. A question adds the rows of what is in no segment.
 */
@ApplicationScoped
public class Segments {
    /** Of memory, that a question by columns may take. */
    private static final long BYTES_OF_QUESTION = 64_000_000;

    private static final int WAIT_MS = 2_000;
    private static final int AHEAD_OF_SEGMENTS = 1_000;
    /** Columns that have come from the database and were not read: those of a segment can take 4 MB together. */
    private static final int AHEAD = 4;

    private static final Sql SEGMENTS = Sql.file(Segments.class, "segments.sql");
    private static final Sql COLUMNS = Sql.file(Segments.class, "columns.sql");
    private static final Sql DROP_OF_USER = Sql.file(Segments.class, "drop-segments-of-user.sql");
    private static final Sql DROP_BEFORE = Sql.text("""
            update event_segment set dropped_at = :now
            where site_number = :site and first_day < :day and dropped_at is null""");

    private final AgroalDataSource database;
    private final DroppedColumns dropped;
    private final Clock clock;
    private final Semaphore places =
            new Semaphore((int) Math.max(1, Runtime.getRuntime().maxMemory() / BYTES_OF_QUESTION));

    Segments(AgroalDataSource database, DroppedColumns dropped, Clock clock) {
        this.database = database;
        this.dropped = dropped;
        this.clock = clock;
    }

    /**
     * @param groups of what is in segments
     * @param rest of the events, which have to be put to the groups
     */
    public record Counted(Groups groups, Rest rest) {}

    /**
     * Within a question.
     *
     * @param answer what comes of it, if the rest finds room in the groups
     * @return empty where rows have to tell it all: since too few events are in segments, what is counted takes too much memory, or too many
     *     questions do
     */
    public <T> Optional<T> count(AskedSite site, Window window, Count count, Function<Counted, Optional<T>> answer) {
        var values = new HashMap<String, Object>();
        values.put("site", site.number());
        values.put("first", window.from());
        values.put("end", window.until());
        values.put("names", List.copyOf(count.columns()));
        var cover = new Cover(site.events());
        SEGMENTS.read(database, values, AHEAD_OF_SEGMENTS, cover::add);
        if (!cover.isWorthIt() || !enter()) {
            return Optional.empty();
        }
        try {
            var groups = new Groups(count.during(window));
            return read(new Reading(groups, cover, count.columns()), values)
                    ? answer.apply(new Counted(groups, cover.rest()))
                    : Optional.empty();
        } finally {
            places.release();
        }
    }

    private boolean enter() {
        try {
            return places.tryAcquire(WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Some columns are a statement of their own to the database, which looks at the time of each alone. */
    private boolean read(Reading reading, Map<String, Object> values) {
        var end = clock.instant().plus(Questions.PATIENCE);
        return COLUMNS.read(database, values, AHEAD, row -> {
                    if (clock.instant().isAfter(end)) {
                        throw new OutOfTimeException();
                    }
                    return reading.column(row);
                })
                && reading.end();
    }

    /**
     * Rows of a user's events change. The caller holds the site's figures.
     *
     * @param until the number of the last of them
     */
    public void drop(long siteNumber, long userKey, long until) {
        var values = Map.of("site", siteNumber, "user", userKey, "until", until, "now", clock.instant());
        if (DROP_OF_USER.update(database, values) > 0) {
            dropped.deleteSome(siteNumber);
        }
    }

    /**
     * Rows of days before this one are deleted. The caller holds the site's figures.
     *
     * @return how many segments go for that
     */
    public int dropBefore(long siteNumber, LocalDate day) {
        var segments = DROP_BEFORE.update(database, Map.of("site", siteNumber, "day", day, "now", clock.instant()));
        if (segments > 0) {
            dropped.deleteSome(siteNumber);
        }
        return segments;
    }
}
