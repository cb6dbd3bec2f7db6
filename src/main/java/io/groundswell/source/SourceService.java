package io.groundswell.source;

import io.agroal.api.AgroalDataSource;
import io.groundswell.account.AuditTrail;
import io.groundswell.database.Alone;
import io.groundswell.database.Edge;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import io.groundswell.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Connects programmes to sources, lists and removes their connections. */
@ApplicationScoped
public class SourceService {
    /** Most sources of a programme. */
    private static final int MOST = 500;

    private final Sources sources;
    private final SourceRows rows;
    private final Waking waking;
    private final ProgramService programs;
    private final SealedSecrets secrets;
    private final Vault vault;
    private final AuditTrail audit;
    private final AgroalDataSource database;
    private final Clock clock;

    SourceService(
            Sources sources,
            SourceRows rows,
            Waking waking,
            ProgramService programs,
            SealedSecrets secrets,
            Vault vault,
            AuditTrail audit,
            AgroalDataSource database,
            Clock clock) {
        this.sources = sources;
        this.rows = rows;
        this.waking = waking;
        this.programs = programs;
        this.secrets = secrets;
        this.vault = vault;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Replaces what the programme was connected with before. Not to be called in a transaction: the source is asked.
     *
     * @param told the credentials, by field name
     */
    public ConnectedSource connect(Caller caller, UUID programId, SourceKind kind, Map<String, String> told) {
        programs.get(caller.owner(), programId);
        var source = sources.offered(kind);
        var opened = opened(source, told);
        return QuarkusTransaction.requiringNew().call(() -> keep(caller, programId, kind, opened));
    }

    private static Opened opened(Source source, Map<String, String> told) {
        try {
            return source.open(told);
        } catch (SourceFailure failure) {
            throw switch (failure.kind()) {
                case REFUSED, TOKEN_OVER, ABSENT ->
                    Refusal.invalid(
                            told.containsKey("refresh_token") ? "refresh_token" : "client_secret",
                            "%s",
                            failure.getMessage());
                case LIMITED -> Refusal.later(SourceError.SOURCE_AWAY, failure.pause(), "%s", failure.getMessage());
                case PASSING, NONSENSE, WAITING -> Refusal.of(SourceError.SOURCE_AWAY, "%s", failure.getMessage());
            };
        }
    }

    private ConnectedSource keep(Caller caller, UUID programId, SourceKind kind, Opened opened) {
        Alone.with(database, "sources " + programId);
        programs.hold(caller.owner(), programId);
        var account = opened.account() == null ? null : opened.account().toLowerCase(Locale.ROOT);
        var known = rows.idOf(programId, kind, account);
        if (known.isEmpty() && rows.count(programId) >= MOST) {
            throw Refusal.of(SourceError.TOO_MANY_SOURCES, "A project is connected to %d sources at most", MOST);
        }
        var id = known.orElseGet(() -> UUID.randomUUID().toString());
        var sealed = vault.seal(opened.credentials().text(), secrets.purpose(id));
        var made = new Opened(opened.name(), account, opened.credentials());
        var source = rows.connect(id, caller.owner(), programId, kind, made, sealed, clock.instant());
        waking.program(programId, clock.instant());
        audit(caller, "source.connected", source);
        return source;
    }

    @Transactional
    public Page<ConnectedSource> list(Owner owner, UUID programId, int limit, Edge edge) {
        programs.get(owner, programId);
        return rows.page(programId, limit, edge);
    }

    /** Keeps the figures it supplied; creators without another source are no longer looked up. */
    @Transactional
    public ConnectedSource disconnect(Caller caller, UUID programId, UUID id) {
        programs.hold(caller.owner(), programId);
        var source = rows.findForChange(programId, id.toString())
                .orElseThrow(() -> Refusal.of(SourceError.SOURCE_NOT_FOUND, "No such source: %s", id));
        rows.delete(source.id());
        audit(caller, "source.disconnected", source);
        return source;
    }

    private void audit(Caller caller, String action, ConnectedSource source) {
        var details = Map.of("kind", source.kind().toString(), "name", source.name());
        audit.record(caller.owner(), caller.userId(), action, source.id(), details);
    }
}
