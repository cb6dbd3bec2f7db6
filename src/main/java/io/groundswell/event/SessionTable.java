package io.groundswell.event;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.event.NewEvents.OfSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps what the events of each session come to. */
@ApplicationScoped
class SessionTable {
    private static final Sql NOTE = Sql.file(SessionTable.class, "note-sessions.sql");
    private static final Sql SAVE = Sql.file(SessionTable.class, "save-sessions.sql");

    private final AgroalDataSource database;

    SessionTable(AgroalDataSource database) {
        this.database = database;
    }

    private record Key(long siteNumber, long sessionKey) {}

    /** The caller holds the rows of the sites. */
    void add(List<OfSite> events) {
        var parts = new LinkedHashMap<Key, SessionPart>();
        for (var one : events) {
            var event = one.event();
            if (event.session() != null) {
                parts.computeIfAbsent(
                                new Key(one.siteNumber(), event.session().key()),
                                key -> new SessionPart(key.siteNumber(), event.session()))
                        .add(event);
            }
        }
        if (!parts.isEmpty()) {
            note(parts.values());
            save(List.copyOf(parts.values()));
        }
    }

    /** Before anything changes, each site by itself. */
    private void note(Collection<SessionPart> parts) {
        var sites = parts.stream()
                .collect(Collectors.groupingBy(SessionPart::siteNumber, TreeMap::new, Collectors.toList()));
        NOTE.updateEach(
                database,
                sites.entrySet().stream()
                        .map(of -> Map.of(
                                "site", of.getKey(),
                                "keys",
                                        each(of.getValue(), part -> part.session()
                                                .key()),
                                "starts", each(of.getValue(), SessionPart::start)))
                        .toList());
    }

    private void save(List<SessionPart> parts) {
        var values = new HashMap<String, Object>();
        values.put("sites", each(parts, SessionPart::siteNumber));
        values.put("keys", each(parts, part -> part.session().key()));
        values.put("ids", each(parts, part -> part.session().text()));
        values.put("user_keys", each(parts, part -> HashedId.key(part.user())));
        values.put("users", each(parts, part -> HashedId.text(part.user())));
        values.put("starts", each(parts, SessionPart::start));
        values.put("ends", each(parts, SessionPart::end));
        values.put("entries", each(parts, SessionPart::entryPage));
        values.put("exits", each(parts, SessionPart::exitPage));
        values.put("events", each(parts, SessionPart::events));
        values.put("interactive", each(parts, SessionPart::interactive));
        SAVE.update(database, values);
    }

    private static List<Object> each(List<SessionPart> parts, Function<SessionPart, Object> value) {
        return parts.stream().map(value).toList();
    }
}
