package io.groundswell.mission;

import io.groundswell.account.AuditTrail;
import io.groundswell.account.Creations;
import io.groundswell.account.OrganizationService;
import io.groundswell.database.Listing;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Page;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Everything other code may ask of missions. Each change tells its {@link MissionEvent} in its own transaction. */
@ApplicationScoped
public class MissionService {
    private final Missions missions;
    private final MissionNews news;
    private final MissionDeletion deletion;
    private final OrganizationService organizations;
    private final Creations creations;
    private final AuditTrail audit;
    private final Clock clock;

    MissionService(
            Missions missions,
            MissionNews news,
            MissionDeletion deletion,
            OrganizationService organizations,
            Creations creations,
            AuditTrail audit,
            Clock clock) {
        this.missions = missions;
        this.news = news;
        this.deletion = deletion;
        this.organizations = organizations;
        this.creations = creations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a mission: as a draft, or running when it starts immediately.
     *
     * @param startsAt when the scheduler is to start the draft; null when someone will; ignored when it starts now
     */
    @Transactional
    public Mission create(Owner owner, String userId, MissionBrief brief, boolean startImmediately, Instant startsAt) {
        Refusal.throwIfAny(MissionRules.violations(brief));
        MissionRules.requireSomeType(brief);
        var now = clock.instant();
        var mission = new Mission(PublicId.next(Mission.ID_PREFIX), owner, userId, brief, now);
        // Moved before it is stored: a row that moves after that is written twice.
        if (startImmediately) {
            mission.start(now);
        } else if (startsAt != null) {
            mission.plan(startsAt, now);
        }
        missions.persist(mission);
        creations.count(owner, "missions_created");
        news.created(mission);
        if (startImmediately) {
            news.started(mission);
        }
        return mission;
    }

    private void start(Mission mission) {
        mission.start(clock.instant());
        news.started(mission);
    }

    @Transactional
    public Mission get(Owner owner, String id) {
        return missions.require(owner, id);
    }

    /** Whether it goes on at present, and its organization with it. */
    @Transactional
    public boolean isUnderWay(Owner owner, String id) {
        return missions.require(owner, id).status() == MissionStatus.ACTIVE
                && organizations.isActive(owner.organizationId());
    }

    @Transactional
    public Optional<Mission> find(Owner owner, String id) {
        return missions.find(owner, id);
    }

    /** Holds the mission as it is until the transaction at hand ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Mission hold(Owner owner, String id) {
        return missions.requireForChange(owner, id);
    }

    /** Newest first; an empty set filters nothing. */
    @Transactional
    public Page<Mission> list(Owner owner, Set<MissionStatus> statuses, Set<Platform> platforms, Page.Request request) {
        return Listing.newestFirst(Mission.class)
                .within("e.organizationId = :value", owner.organizationId())
                .within("e.deletedAt is null and e.mode = :value", owner.mode())
                .and("e.status in :value", statuses)
                .and(Missions.ON_ANY_OF, Missions.namesOf(platforms))
                .page(missions.getEntityManager(), request);
    }

    /** @param brief the whole mission as it is to be; its platforms must be those it has */
    @Transactional
    public Mission change(Caller caller, String id, MissionBrief brief, boolean startImmediately) {
        Refusal.throwIfAny(MissionRules.violations(brief));
        MissionRules.requireSomeType(brief);
        var mission = missions.requireForChange(caller.owner(), id);
        mission.change(brief, clock.instant());
        audit.record(caller.owner(), caller.userId(), "mission.changed", id);
        news.changed(mission);
        if (startImmediately) {
            start(mission);
        }
        return mission;
    }

    @Transactional
    public Mission pause(Owner owner, String id) {
        var mission = missions.requireForChange(owner, id);
        mission.pause(clock.instant());
        news.paused(mission);
        return mission;
    }

    /** Lets a mission run on; one that never ran is started. */
    @Transactional
    public Mission resume(Owner owner, String id) {
        var mission = missions.requireForChange(owner, id);
        if (mission.status() == MissionStatus.DRAFT) {
            start(mission);
        } else {
            var now = clock.instant();
            news.resumed(mission, mission.resume(now));
        }
        return mission;
    }

    @Transactional
    public Mission complete(Owner owner, String id) {
        return complete(missions.requireForChange(owner, id));
    }

    private Mission complete(Mission mission) {
        mission.complete(clock.instant());
        news.completed(mission);
        return mission;
    }

    /** It is not there from then on. Of what is its own, a round deletes whatever takes longer than a caller waits. */
    public void delete(Owner owner, String id) {
        QuarkusTransaction.requiringNew().run(() -> deletion.begin(missions.requireForChange(owner, id)));
        deletion.goOnForAWhile(id);
    }

    /** Deletes a mission that nobody asked to delete, and completes it first if it goes on; says whether this call did. */
    @Transactional
    boolean expire(String id) {
        var old = missions.claim(id);
        old.filter(mission -> mission.status() == MissionStatus.ACTIVE).ifPresent(this::complete);
        old.ifPresent(deletion::begin);
        return old.isPresent();
    }

    /** Starts a draft whose time has come; says whether this call did. */
    @Transactional
    boolean startDue(String id) {
        var due = missions.claim(id).filter(mission -> mission.isDueToStart(clock.instant()));
        due.ifPresent(this::start);
        return due.isPresent();
    }

    /** Completes a mission whose time is over; says whether this call did. */
    @Transactional
    boolean endDue(String id) {
        var due = missions.claim(id).filter(mission -> mission.isDueToEnd(clock.instant()));
        due.ifPresent(this::complete);
        return due.isPresent();
    }
}
