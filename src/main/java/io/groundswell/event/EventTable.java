package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.BinaryCopy;
import io.groundswell.database.Sql;
import io.groundswell.event.NewEvents.OfSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes events. */
@ApplicationScoped
class EventTable {
    private static final Sql ADD_UP = Sql.file(EventTable.class, "add-up.sql");
    private static final String COLUMNS =
            "site_number, at, seq, arrived_at, name, user_key, user_id, session_key, session_id, country, properties, "
                    + Arrays.stream(HotProperty.values())
                            .map(HotProperty::toString)
                            .collect(Collectors.joining(", "));

    private final AgroalDataSource database;

    EventTable(AgroalDataSource database) {
        this.database = database;
    }

    void add(List<OfSite> events, LocalDate today) {
        if (events.isEmpty()) {
            return;
        }
        var numbers = SiteCounts.of(events, OfSite::siteNumber).add(ADD_UP, database, "today", today);
        BinaryCopy.into(
                database,
                "event",
                COLUMNS,
                rows -> events.forEach(one -> write(rows, one, numbers.merge(one.siteNumber(), 1L, Long::sum))));
    }

    private static void write(BinaryCopy rows, OfSite one, long seq) {
        var event = one.event();
        rows.row();
        rows.number(one.siteNumber());
        rows.time(event.at());
        rows.number(seq);
        rows.time(one.arrivedAt());
        rows.text(event.name());
        rows.number(HashedId.key(event.user()));
        rows.text(HashedId.text(event.user()));
        rows.number(HashedId.key(event.session()));
        rows.text(HashedId.text(event.session()));
        rows.text(event.country());
        rows.json(event.rest());
        for (var property : HotProperty.values()) {
            rows.text(event.hot().get(property));
        }
    }
}
