package io.groundswell.creator;

import io.groundswell.account.AuditTrail;
import io.groundswell.program.ProgramService.Note;
import io.groundswell.shared.Owner;
import io.groundswell.text.Cut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** What becomes of creators by what sources tell of them, in the transaction in which that is kept. */
@ApplicationScoped
public class CreatorUpkeep {
    private static final int LONGEST_TITLE = 200;

    private final Creators creators;
    private final Handles handles;
    private final Event<CreatorEvent> events;
    private final AuditTrail audit;
    private final Clock clock;

    CreatorUpkeep(Creators creators, Handles handles, Event<CreatorEvent> events, AuditTrail audit, Clock clock) {
        this.creators = creators;
        this.handles = handles;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** As it is now; it is held until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Creator hold(Owner owner, UUID id) {
        return creators.requireForChange(owner, id);
    }

    /** It calls itself otherwise, as whoever is the creator says. Refused as it is to people. */
    @Transactional(TxType.MANDATORY)
    public void rename(Owner owner, UUID id, String handle) {
        creators.beAlone(owner);
        var creator = creators.requireForChange(owner, id);
        var was = creator.handle();
        handles.give(creator, handle);
        audit.record(owner, AuditTrail.SYSTEM, "creator.changed", id.toString(), Map.of("handle", handle, "was", was));
        events.fire(new CreatorEvent.Renamed(owner, id, was, handle, clock.instant()));
    }

    @Transactional(TxType.MANDATORY)
    public void call(Creator creator, String displayName) {
        creator.describe(new CreatorDetails(null, new Note(displayName), null, null, null, null), clock.instant());
    }

    /** @param what in words for a timeline */
    @Transactional(TxType.MANDATORY)
    public void changed(Owner owner, UUID id, String what) {
        events.fire(new CreatorEvent.ProfileChanged(owner, id, Cut.to(LONGEST_TITLE, what), clock.instant()));
    }

    /** What was measured of it keeps counting; whoever switches it on again begins with a new level. */
    @Transactional(TxType.MANDATORY)
    public void switchOff(Owner owner, Creator creator, String why) {
        if (creator.disable(clock.instant())) {
            audit.record(
                    owner,
                    AuditTrail.SYSTEM,
                    "creator.disabled",
                    creator.id().toString(),
                    Map.of("handle", creator.handle(), "reason", why));
            events.fire(new CreatorEvent.SwitchedOff(owner, creator.id(), Cut.to(LONGEST_TITLE, why), clock.instant()));
        }
    }
}
