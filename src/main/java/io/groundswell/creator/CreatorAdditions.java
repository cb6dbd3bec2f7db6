package io.groundswell.creator;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Limit;
import io.groundswell.account.OrganizationService;
import io.groundswell.program.ProgramService;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds creators to programmes, several at once or none of them. Those that were removed come back. */
@ApplicationScoped
public class CreatorAdditions {
    private final Creators creators;
    private final ProgramService programs;
    private final OrganizationService organizations;
    private final BannedHandles banned;
    private final Event<TrackedAgain> trackedAgain;
    private final CreatorNews news;
    private final AuditTrail audit;
    private final Clock clock;

    CreatorAdditions(
            Creators creators,
            ProgramService programs,
            OrganizationService organizations,
            BannedHandles banned,
            Event<TrackedAgain> trackedAgain,
            CreatorNews news,
            AuditTrail audit,
            Clock clock) {
        this.creators = creators;
        this.programs = programs;
        this.organizations = organizations;
        this.banned = banned;
        this.trackedAgain = trackedAgain;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param anyNew whether one of them was not known before */
    public record Added(List<Creator> creators, boolean anyNew) {}

    /** What is looked up from here on, of who has which handle, stays so until the transaction at hand ends. */
    @Transactional(TxType.MANDATORY)
    public void beAlone(Owner owner) {
        creators.beAlone(owner);
    }

    /** @param wanted with different handles, without the @ and of the right form */
    @Transactional
    public Added add(Caller caller, UUID programId, List<CreatorDetails> wanted) {
        var owner = caller.owner();
        creators.beAlone(owner);
        programs.hold(owner, programId);
        var organization = organizations.get(owner.organizationId());
        organization.requireRoom(Limit.MAX_CREATORS_PER_ORG, creators.count(owner), wanted.size());
        var keys = wanted.stream().map(one -> Handle.key(one.handle())).toList();
        var there = creators.named(programId, keys);
        var removed = removed(programId, keys, there);
        if (!removed.isEmpty()) {
            // Refused without room for their videos, which is told before anything that is there already.
            var back = removed.values().stream().map(Creator::id).sorted().toList();
            trackedAgain.fire(new TrackedAgain(owner, back, true));
        }
        wanted.forEach(one -> banned.refuse(one.handle()));
        refuse(there);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, organization.zone());
        var added = new ArrayList<Creator>();
        for (var one : wanted) {
            var known = removed.get(Handle.key(one.handle()));
            var creator = known == null ? new Creator(owner, programId, one, today, now) : known;
            if (known == null) {
                creators.persist(creator);
            } else {
                var handle = known.handle();
                var readme = known.readme();
                known.comeBack(one, now);
                news.tell(owner, known, handle, readme);
            }
            audit(caller, known == null ? "creator.added" : "creator.returned", creator);
            added.add(creator);
        }
        return new Added(added, removed.size() < wanted.size());
    }

    /** Those that come back: who had a handle that somebody else has now does not. */
    private Map<String, Creator> removed(UUID programId, List<String> keys, List<Creator> there) {
        var removed = creators.removed(programId, keys);
        there.forEach(one -> removed.remove(Handle.key(one.handle())));
        return removed;
    }

    private static void refuse(List<Creator> there) {
        there.stream().findFirst().ifPresent(known -> {
            throw Refusal.of(
                    CreatorError.DUPLICATE, "@%s is a creator of the project already: %s", known.handle(), known.id());
        });
    }

    private void audit(Caller caller, String action, Creator creator) {
        audit.record(
                caller.owner(), caller.userId(), action, creator.id().toString(), Map.of("handle", creator.handle()));
    }
}
