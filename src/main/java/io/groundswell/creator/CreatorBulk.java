package io.groundswell.creator;

import io.groundswell.account.AuditTrail;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Does one thing to several creators of a programme, or to none of them. */
@ApplicationScoped
public class CreatorBulk {
    private final Creators creators;
    private final ProgramService programs;
    private final Event<TrackedAgain> trackedAgain;
    private final AuditTrail audit;
    private final Clock clock;

    CreatorBulk(
            Creators creators,
            ProgramService programs,
            Event<TrackedAgain> trackedAgain,
            AuditTrail audit,
            Clock clock) {
        this.creators = creators;
        this.programs = programs;
        this.trackedAgain = trackedAgain;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tracks those that were switched off; the others stay as they are. */
    @Transactional
    public List<Creator> enable(Caller caller, UUID programId, List<UUID> ids) {
        var found = held(caller, programId, ids);
        var now = clock.instant();
        var enabled = found.stream().filter(creator -> creator.enable(now)).toList();
        enabled.forEach(creator -> audit(caller, "creator.enabled", creator));
        if (!enabled.isEmpty()) {
            var back = enabled.stream().map(Creator::id).toList();
            trackedAgain.fire(new TrackedAgain(caller.owner(), back, false));
        }
        return found;
    }

    /** They and their videos are there for nobody until their handles are added again. */
    @Transactional
    public List<Creator> remove(Caller caller, UUID programId, List<UUID> ids) {
        var found = held(caller, programId, ids);
        found.forEach(creator -> {
            creator.remove(clock.instant());
            audit(caller, "creator.removed", creator);
        });
        return found;
    }

    private List<Creator> held(Caller caller, UUID programId, List<UUID> ids) {
        programs.hold(caller.owner(), programId);
        return creators.requireAllForChange(programId, ids);
    }

    private void audit(Caller caller, String action, Creator creator) {
        audit.record(
                caller.owner(), caller.userId(), action, creator.id().toString(), Map.of("handle", creator.handle()));
    }
}
