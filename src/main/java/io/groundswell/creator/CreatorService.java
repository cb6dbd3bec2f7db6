package io.groundswell.creator;

import io.groundswell.account.AuditTrail;
import io.groundswell.database.Edge;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Lists, reads and changes creators, one at a time. */
@ApplicationScoped
public class CreatorService {
    private final Creators creators;
    private final ProgramService programs;
    private final Handles handles;
    private final CreatorNews news;
    private final AuditTrail audit;
    private final Clock clock;

    CreatorService(
            Creators creators,
            ProgramService programs,
            Handles handles,
            CreatorNews news,
            AuditTrail audit,
            Clock clock) {
        this.creators = creators;
        this.programs = programs;
        this.handles = handles;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param programId null for all programmes
     * @param search a part of the handle, in whatever case; null for any
     */
    @Transactional
    public Page<Creator> list(Owner owner, UUID programId, String search, int limit, Edge edge) {
        if (programId != null) {
            programs.get(owner, programId);
        }
        var part = search == null || search.isEmpty() ? null : Handle.key(Handle.plain(search));
        return creators.page(owner, programId, part, limit, edge);
    }

    /** Ids of the creators that exist and are not removed, by the keys of their handles. */
    @Transactional
    public Map<String, UUID> ids(Owner owner, UUID programId, Collection<String> handles) {
        return creators.ids(owner, programId, handles.stream().map(Handle::key).toList());
    }

    @Transactional
    public Creator get(Owner owner, UUID id) {
        return creators.require(owner, id);
    }

    /** For those who find that one is gone that was there a moment ago. */
    public static Refusal notFound(UUID id) {
        return Creators.notFound(id);
    }

    /** Also one that was removed. */
    @Transactional
    public Creator getKnown(Owner owner, UUID id) {
        return creators.requireKnown(owner, id);
    }

    /** Locks the creator in its programme until the current transaction, which adds to it, ends. */
    @Transactional(TxType.MANDATORY)
    public Creator hold(Owner owner, UUID programId, UUID id) {
        return creators.requireToStay(owner, programId, id);
    }

    /** Locks a creator, even a removed one, and its programme until the current transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Creator holdKnown(Owner owner, UUID id) {
        programs.hold(owner, creators.requireKnown(owner, id).programId());
        return creators.requireKnownToStay(owner, id);
    }

    @Transactional
    public Creator change(Caller caller, UUID id, CreatorDetails told) {
        var owner = caller.owner();
        if (told.handle() != null) {
            creators.beAlone(owner);
        }
        var creator = creators.requireForChange(owner, id);
        var handle = creator.handle();
        var readme = creator.readme();
        if (told.handle() != null) {
            handles.give(creator, told.handle());
        }
        var renamed = !handle.equals(creator.handle());
        if (creator.describe(told, clock.instant()) || renamed) {
            audit(caller, "creator.changed", creator, renamed ? Map.of("was", handle) : Map.of());
        }
        news.tell(owner, creator, handle, readme);
        return creator;
    }

    /** Hides the creator and its videos until its handle is added again. */
    @Transactional
    public Creator remove(Caller caller, UUID id) {
        var creator = creators.requireForChange(caller.owner(), id);
        creator.remove(clock.instant());
        audit(caller, "creator.removed", creator, Map.of());
        return creator;
    }

    private void audit(Caller caller, String action, Creator creator, Map<String, String> more) {
        var details = new TreeMap<>(more);
        details.put("handle", creator.handle());
        audit.record(caller.owner(), caller.userId(), action, creator.id().toString(), details);
    }
}
