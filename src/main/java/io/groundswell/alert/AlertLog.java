package io.groundswell.alert;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.webhook.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Where features write what needs a person's eye, in the transaction in which they notice it. Webhooks are told as well. */
@ApplicationScoped
public class AlertLog {
    private static final Sql RAISE = Sql.file(AlertLog.class, "raise.sql");
    private static final Sql END = Sql.file(AlertLog.class, "end.sql");

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final Clock clock;

    AlertLog(AgroalDataSource database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether it is a new one: a cause that goes on has its alert already, whatever people made of that. */
    @Transactional(TxType.MANDATORY)
    public boolean raise(Owner owner, Cause cause) {
        var id = UUID.randomUUID();
        var details = new TreeMap<>(cause.details());
        var values = new HashMap<String, Object>(Sql.owned(owner));
        values.put("id", id);
        values.put("program", cause.programId());
        values.put("creator", cause.creatorId());
        values.put("kind", cause.kind());
        values.put("cause", cause.key());
        values.put("title", cause.title());
        values.put("keys", List.copyOf(details.keySet()));
        values.put("values", List.copyOf(details.values()));
        values.put("now", clock.instant());
        if (RAISE.update(database, values) == 0) {
            return false;
        }
        outbox.record(owner, cause.kind().event(), id.toString(), told(id, cause));
        return true;
    }

    private static Map<String, String> told(UUID id, Cause cause) {
        var told = new TreeMap<>(cause.details());
        told.put("alert_id", id.toString());
        told.put("title", cause.title());
        if (cause.programId() != null) {
            told.put("project_id", cause.programId().toString());
        }
        if (cause.creatorId() != null) {
            told.put("creator_id", cause.creatorId().toString());
        }
        return told;
    }

    /** Causes that are over: their alerts are resolved, and when they return there is another one. Returns how many there were. */
    @Transactional(TxType.MANDATORY)
    public int end(Owner owner, Collection<String> causes) {
        var values = new HashMap<String, Object>(Sql.owned(owner));
        values.put("causes", new ArrayList<>(causes));
        values.put("now", clock.instant());
        return END.update(database, values);
    }
}
