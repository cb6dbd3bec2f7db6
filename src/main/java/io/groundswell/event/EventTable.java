package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.BinaryCopy;
import io.groundswell.database.Sql;
import io.groundswell.event.NewEvents.OfSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes events. */
@ApplicationScoped
class EventTable {
    private static final Sql ADD_UP = Sql.file(EventTable.class, "add-up.sql");
    private static final String COLUMNS =
            "site_number, at, seq, name, user_key, user_id, session_key, session_id, country, properties, "
                    + Arrays.stream(HotProperty.values())
                            .map(HotProperty::toString)
                            .collect(Collectors.joining(", "));

    private final AgroalDataSource database;
    private final Clock clock;

    EventTable(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(List<OfSite> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        var numbers = numbers(events);
        try (var connection = database.getConnection()) {
            var rows = BinaryCopy.into(connection, "event", COLUMNS);
            try {
                for (var one : events) {
                    write(rows, one, numbers.merge(one.siteNumber(), 1L, Long::sum));
                }
                rows.end();
            } finally {
                rows.cancel();
            }
        }
    }

    /** How many events each site had before these. */
    private Map<Long, Long> numbers(List<OfSite> events) {
        var counts = new TreeMap<Long, Long>();
        events.forEach(one -> counts.merge(one.siteNumber(), 1L, Long::sum));
        var numbers = new HashMap<Long, Long>();
        ADD_UP.list(
                        database,
                        Map.of(
                                "sites",
                                List.copyOf(counts.keySet()),
                                "events",
                                List.copyOf(counts.values()),
                                "today",
                                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                        row -> Map.entry(row.getLong("number"), row.getLong("total_events")))
                .forEach(total -> numbers.put(total.getKey(), total.getValue() - counts.get(total.getKey())));
        return numbers;
    }

    private static void write(BinaryCopy rows, OfSite one, long seq) throws SQLException {
        var event = one.event();
        rows.row();
        rows.number(one.siteNumber());
        rows.time(event.at());
        rows.number(seq);
        rows.text(event.name());
        rows.number(KeyHash.number(event.userId()));
        rows.text(event.userId());
        rows.number(KeyHash.number(event.sessionId()));
        rows.text(event.sessionId());
        rows.text(event.country());
        rows.json(event.rest());
        for (var property : HotProperty.values()) {
            rows.text(event.hot().get(property));
        }
    }
}
