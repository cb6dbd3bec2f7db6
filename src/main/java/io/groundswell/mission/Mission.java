package io.groundswell.mission;

import static io.groundswell.mission.MissionError.MISSION_STATE;
import static io.groundswell.mission.MissionStatus.ACTIVE;
import static io.groundswell.mission.MissionStatus.COMPLETED;
import static io.groundswell.mission.MissionStatus.DRAFT;
import static io.groundswell.mission.MissionStatus.PAUSED;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.PublicId;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A goal with a deadline, and every rule about its life. */
@Entity
public class Mission {
    public static final String ID_PREFIX = "msn";
    private static final String JOB_PREFIX = "job";

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Version
    private int version;

    private String name;
    private String description;

    @Enumerated(EnumType.STRING)
    private MissionStatus status;

    private String[] objectives;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.ARRAY)
    private Platform[] platforms;

    @JdbcTypeCode(SqlTypes.JSON)
    private Constraints constraints;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Kpi> kpis;

    @Embedded
    private Term term;

    private String pipelineJobId;
    private String createdBy;
    private Instant createdAt;
    private Instant updatedAt;
    private Instant deletedAt;

    protected Mission() {}

    Mission(String id, Owner owner, String createdBy, MissionBrief brief, Instant now) {
        this.id = id;
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.createdBy = createdBy;
        this.status = DRAFT;
        this.name = brief.name();
        this.description = brief.description();
        this.objectives = brief.objectives().toArray(String[]::new);
        this.platforms = brief.platforms().toArray(Platform[]::new);
        this.constraints = brief.constraints();
        this.kpis = brief.kpis();
        this.term = new Term(brief.durationDays());
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** Keeps a draft until {@code start}; the scheduler starts it then. */
    void plan(Instant start, Instant now) {
        status.require(EnumSet.of(DRAFT), "scheduled to start");
        term.plan(start, constraints.zone(), now);
        updatedAt = now;
    }

    boolean isDueToStart(Instant now) {
        return status == DRAFT && term.hasBegun(now);
    }

    /** Gives the mission a pipeline job and lets it run from {@code now}, or from the start it was planned for. */
    void start(Instant now) {
        status.require(EnumSet.of(DRAFT), "started");
        status = ACTIVE;
        term.start(now, constraints.zone());
        pipelineJobId = PublicId.next(JOB_PREFIX);
        updatedAt = now;
    }

    void change(MissionBrief brief, Instant now) {
        requireChangeable(brief);
        lasts(brief, now);
        name = brief.name();
        description = brief.description();
        objectives = brief.objectives().toArray(String[]::new);
        constraints = brief.constraints();
        kpis = brief.kpis();
        updatedAt = now;
    }

    private void requireChangeable(MissionBrief brief) {
        if (!brief.platforms().equals(platforms())) {
            throw Refusal.invalid("platforms", "A mission keeps the platforms it was made for");
        }
        var renamed = new MissionBrief(
                brief.name(), brief.description(), objectives(), platforms(), constraints, kpis, durationDays());
        if (status == COMPLETED && !brief.equals(renamed)) {
            throw Refusal.of(MISSION_STATE, "A completed mission takes a new name or description, nothing else");
        }
    }

    private void lasts(MissionBrief brief, Instant now) {
        if (status == DRAFT) {
            term.replan(brief.durationDays(), brief.constraints().zone());
        } else {
            term.lengthen(brief.durationDays(), constraints.zone(), now);
        }
    }

    void pause(Instant now) {
        status.require(EnumSet.of(ACTIVE), "paused");
        status = PAUSED;
        term.pause(now);
        updatedAt = now;
    }

    /** Moves the end by the time the mission was paused; returns when the pause began. */
    Instant resume(Instant now) {
        status.require(EnumSet.of(PAUSED), "resumed");
        status = ACTIVE;
        updatedAt = now;
        return term.resume(now, constraints.zone());
    }

    boolean isDueToEnd(Instant now) {
        return status == ACTIVE && term.isOver(now);
    }

    void complete(Instant now) {
        status.require(EnumSet.of(ACTIVE, PAUSED), "completed");
        status = COMPLETED;
        term.complete(now);
        updatedAt = now;
    }

    void delete(Instant now) {
        if (status == ACTIVE) {
            throw Refusal.of(MISSION_STATE, "An active mission must be paused or completed before it is deleted");
        }
        deletedAt = now;
    }

    public String id() {
        return id;
    }

    public Owner owner() {
        return new Owner(organizationId, mode);
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public MissionStatus status() {
        return status;
    }

    public List<String> objectives() {
        return List.of(objectives);
    }

    public List<Platform> platforms() {
        return Arrays.asList(platforms);
    }

    public Constraints constraints() {
        return constraints;
    }

    public List<Kpi> kpis() {
        return kpis;
    }

    public int durationDays() {
        return term.durationDays();
    }

    public Instant startsAt() {
        return term.startsAt();
    }

    public Instant endsAt() {
        return term.endsAt();
    }

    public Instant pausedAt() {
        return term.pausedAt();
    }

    public Term term() {
        return term;
    }

    /** The zone whose days it begins and ends with, if with any; it stays when the mission gets another zone. */
    public ZoneId zoneOfDays() {
        return term.zoneOfDays(constraints.zone());
    }

    /** Counted from its start, or from its creation while no start is set. */
    public int estimatedPosts() {
        return Timeline.estimatedPosts(startsAt() == null ? createdAt : startsAt(), durationDays(), constraints);
    }

    public String pipelineJobId() {
        return pipelineJobId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
