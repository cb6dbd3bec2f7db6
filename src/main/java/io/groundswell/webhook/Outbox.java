package io.groundswell.webhook;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The events that webhooks are told of. An event is written in the transaction of the change that caused it, so none is
 * lost and none tells of a change that was rolled back. Where nobody wants to be told, there is nothing left to do for it.
 */
@ApplicationScoped
public class Outbox {
    private static final Sql INSERT = Sql.text("""
            insert into outbox_event (id, organization_id, mode, type, subject_id, data, at, fanned_out)
            values (:id, :organization, :mode, :type, :subject, jsonb_object(:keys, :values), :at, not exists (
                select 1 from webhook
                where organization_id = :organization and mode = :mode and status = 'ACTIVE'))""");

    private final AgroalDataSource database;
    private final Clock clock;

    Outbox(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param type such as {@code mission.paused}; the subject is the object it is about */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Owner owner, String type, String subjectId) {
        record(owner, type, subjectId, Map.of());
    }

    /** @param data what cannot be read from the subject later, such as the stage that was completed */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Owner owner, String type, String subjectId, Map<String, String> data) {
        var entries = List.copyOf(data.entrySet());
        var values = Sql.owned(owner);
        values.put("id", PublicId.next("evt"));
        values.put("type", type);
        values.put("subject", subjectId);
        values.put("keys", entries.stream().map(Map.Entry::getKey).toList());
        values.put("values", entries.stream().map(Map.Entry::getValue).toList());
        values.put("at", clock.instant());
        INSERT.update(database, values);
    }
}
