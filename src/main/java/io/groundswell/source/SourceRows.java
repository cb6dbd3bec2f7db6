package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.database.Edge;
import io.groundswell.database.Pages;
import io.groundswell.database.Sql;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of sources. */
@ApplicationScoped
class SourceRows {
    private static final Sql LIST = Sql.file(SourceRows.class, "list-sources.sql");
    private static final Sql ONE = Sql.text("select * from source where id = :id");
    private static final Sql OF_PROGRAM =
            Sql.text("select * from source where id = :id and program_id = :program for update");
    private static final Sql OF_HANDLE = Sql.file(SourceRows.class, "source-of-handle.sql");
    private static final Sql COUNT = Sql.text("select count(*) from source where program_id = :program");
    private static final Sql CONNECT = Sql.file(SourceRows.class, "connect.sql");
    private static final Sql RENAME = Sql.text("""
            update source s set account = :account, name = :name, updated_at = :now
            where s.id = :id and not exists (
                select from source o where o.program_id = s.program_id and o.kind = s.kind and o.account = :account)""");
    private static final Sql ID_OF = Sql.text("""
            select id from source where program_id = :program and kind = :kind
              and coalesce(account, '') = coalesce(cast(:account as text), '') for update""");
    private static final Sql DELETE = Sql.text("delete from source where id = :id");

    private final AgroalDataSource database;

    SourceRows(AgroalDataSource database) {
        this.database = database;
    }

    Page<ConnectedSource> page(UUID programId, int limit, Edge edge) {
        return Pages.page(database, LIST, Map.of("program", programId), limit, edge, ConnectedSource::of);
    }

    Optional<ConnectedSource> find(String id) {
        return ONE.first(database, Map.of("id", id), ConnectedSource::of);
    }

    /** It is held until the transaction ends. */
    Optional<ConnectedSource> findForChange(UUID programId, String id) {
        return OF_PROGRAM.first(database, Map.of("id", id, "program", programId), ConnectedSource::of);
    }

    /**
     * The one to be asked about a creator.
     *
     * @param handle null where nobody knows whose it is
     */
    Optional<ConnectedSource> of(UUID programId, String handle) {
        var values = new HashMap<String, Object>();
        values.put("program", programId);
        values.put("handle", handle);
        return OF_HANDLE.first(database, values, ConnectedSource::of);
    }

    long count(UUID programId) {
        return COUNT.first(database, Map.of("program", programId), row -> row.getLong(1))
                .orElseThrow();
    }

    /** The id of the one that is there for that account already, or the given one. */
    Optional<String> idOf(UUID programId, SourceKind kind, String account) {
        var values = new HashMap<String, Object>();
        values.put("program", programId);
        values.put("kind", kind);
        values.put("account", account);
        return ID_OF.first(database, values, row -> row.getString("id"));
    }

    ConnectedSource connect(
            String id, Owner owner, UUID programId, SourceKind kind, Opened opened, String sealed, Instant now) {
        var values = Sql.owned(owner);
        values.put("id", id);
        values.put("program", programId);
        values.put("kind", kind);
        values.put("account", opened.account());
        values.put("name", opened.name());
        values.put("secret", sealed);
        values.put("now", now);
        return CONNECT.first(database, values, ConnectedSource::of).orElseThrow();
    }

    /** Its account has another handle; unless another source is of that account by now. */
    void rename(ConnectedSource source, String handle, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("id", source.id());
        values.put("account", handle.toLowerCase(Locale.ROOT));
        values.put("name", "@" + handle);
        values.put("now", now);
        RENAME.update(database, values);
    }

    void delete(String id) {
        DELETE.update(database, Map.of("id", id));
    }
}
