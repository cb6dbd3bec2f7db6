package io.groundswell.recording;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Sql;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Programmes, creators and videos, put into the database as they are. */
@ApplicationScoped
public class TrackedFixture {
    private final AgroalDataSource database;

    public TrackedFixture(AgroalDataSource database) {
        this.database = database;
    }

    public UUID program(Owner owner) {
        return insert(owner, """
                insert into program (id, organization_id, mode, name, created_at, updated_at)
                values (cast(:id as uuid), :organization, :mode, 'Program', now(), now())""", Map.of());
    }

    public Subject creator(Owner owner, UUID program) {
        var id = insert(owner, """
                insert into creator (id, organization_id, mode, program_id, handle, metadata, tracking_mode,
                    tracking_start_date, created_at, updated_at)
                values (cast(:id as uuid), :organization, :mode, cast(:program as uuid), :id, '{}', 'AUTO', now(), now(), now())""", Map.of("program", program.toString()));
        return new Subject(Subject.Kind.CREATOR, id.toString());
    }

    /** @param creator null for one that was added by its address */
    public Subject video(Owner owner, UUID program, Subject creator, String status) {
        var values = new HashMap<String, Object>(Map.of("program", program.toString(), "status", status));
        values.put("creator", creator == null ? null : creator.id());
        var id = insert(owner, """
                insert into video (id, organization_id, mode, program_id, creator_id, url, metadata, tracking_status,
                    created_at, updated_at)
                values (cast(:id as uuid), :organization, :mode, cast(:program as uuid), cast(:creator as uuid), :id, '{}',
                    :status, now(), now())""", values);
        return new Subject(Subject.Kind.VIDEO, id.toString());
    }

    private UUID insert(Owner owner, String statement, Map<String, Object> more) {
        var id = UUID.randomUUID();
        var values = Sql.owned(owner);
        values.put("id", id.toString());
        values.putAll(more);
        Sql.text(statement).update(database, values);
        return id;
    }

    public void change(Subject thing, String assignment) {
        Sql.text("update %s set %s where id = cast(:id as uuid)".formatted(table(thing), assignment))
                .update(database, Map.of("id", thing.id()));
    }

    public void delete(Subject thing) {
        Sql.text("delete from %s where id = cast(:id as uuid)".formatted(table(thing)))
                .update(database, Map.of("id", thing.id()));
    }

    private static String table(Subject thing) {
        return thing.kind() == Subject.Kind.VIDEO ? "video" : "creator";
    }
}
