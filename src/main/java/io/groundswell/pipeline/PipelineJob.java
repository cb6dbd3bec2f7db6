package io.groundswell.pipeline;

import io.groundswell.shared.Mode;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The run of one mission through the stages, cycle after cycle, and every rule about where it may go. */
@Entity
public class PipelineJob {
    static final String OUT_OF_BUDGET = "budget_exhausted";
    static final String MISSION_PAUSED = "mission_paused";

    @Id
    private String id;

    private String organizationId;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    private String missionId;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private JobStatus status;

    @Embedded
    private StageBoard board;

    @Embedded
    private CyclePlan plan;

    @Embedded
    private Tries tries;

    @JdbcTypeCode(SqlTypes.JSON)
    private JobError error;

    private String pausedReason;

    @Embedded
    private Hold hold;

    private Instant createdAt;
    private Instant startedAt;
    private Instant finishedAt;

    protected PipelineJob() {}

    PipelineJob(String id, Owner owner, String missionId, Instant now) {
        this.id = id;
        this.organizationId = owner.organizationId();
        this.mode = owner.mode();
        this.missionId = missionId;
        this.status = JobStatus.PENDING;
        this.board = StageBoard.atIntake();
        this.plan = CyclePlan.first();
        this.tries = Tries.none();
        this.hold = new Hold(now);
        this.createdAt = now;
    }

    /** Gives a worker the job until the lease ends; its start counts from the first time. */
    void lease(String worker, Instant until, Instant now) {
        status = JobStatus.RUNNING;
        hold.take(worker, until);
        startedAt = startedAt == null ? now : startedAt;
        board.change(stage -> stage.running(now));
    }

    boolean isLeasedTo(String worker) {
        return status == JobStatus.RUNNING && hold.isBy(worker);
    }

    void renew(Instant until) {
        hold.renew(until);
    }

    /** Lets any worker take the job from {@code due} on. */
    void giveBack(Instant due) {
        hold.giveBack(due);
    }

    void progress(int percent) {
        board.change(stage -> stage.at(percent));
        tries.forget();
    }

    /** Ends the current stage and opens the next one, if there is one in this cycle. */
    void complete(Map<String, Object> output, Instant now) {
        board.complete(output, now);
        tries.forget();
    }

    boolean hasFinishedCycle() {
        return board.record(Stage.OPTIMIZE).status() == StageStatus.COMPLETED;
    }

    /** The next pass starts at strategy: the mission was taken in once. */
    void beginCycle(Instant now) {
        plan.next();
        board.goTo(Stage.STRATEGY);
        board.change(stage -> stage.running(now));
    }

    /** There is more to plan than there was when the last cycle ended. */
    void reopen(Instant now) {
        if (status == JobStatus.COMPLETED) {
            status = JobStatus.PENDING;
            finishedAt = null;
            giveBack(now);
        }
    }

    void retryAt(Instant due) {
        tries.another();
        giveBack(due);
    }

    void fail(JobError error, Instant now) {
        status = JobStatus.FAILED;
        this.error = error;
        board.change(stage -> stage.failed(error));
        giveBack(now);
        finishedAt = now;
    }

    /** Starts again from a stage, which forgets what it and the later ones put out; days that strategy had planned are planned again. */
    void restart(Stage from, Instant now) {
        if (status != JobStatus.FAILED) {
            throw Refusal.of(PipelineError.JOB_NOT_FAILED, "Only a failed job is retried; this one is %s", status);
        }
        if (from.ordinal() > board.current().ordinal()) {
            throw Refusal.on(
                    PipelineError.STAGE_NOT_REACHED,
                    "from_stage",
                    "The job failed in %s, before %s",
                    board.current(),
                    from);
        }
        if (from.ordinal() <= Stage.STRATEGY.ordinal()) {
            StageOutputs.plannedFrom(this).ifPresent(plan::planned);
        }
        status = JobStatus.PENDING;
        board.goTo(from);
        error = null;
        tries.restart();
        finishedAt = null;
        giveBack(now);
    }

    void pause(String reason, Instant due) {
        if (status == JobStatus.PENDING || status == JobStatus.RUNNING) {
            status = JobStatus.PAUSED;
            pausedReason = reason;
            board.change(stage -> stage.paused());
            giveBack(due);
        }
    }

    void resume(Instant now) {
        if (status == JobStatus.PAUSED) {
            status = JobStatus.PENDING;
            pausedReason = null;
            board.change(stage -> stage.unpaused());
            giveBack(now);
        }
    }

    boolean isPausedFor(String reason) {
        return status == JobStatus.PAUSED && reason.equals(pausedReason);
    }

    /** For good, wherever it is: a mission may be completed before its stages are. */
    void finish(Instant now) {
        status = JobStatus.COMPLETED;
        board.skipRest();
        giveBack(now);
        finishedAt = now;
    }

    public String id() {
        return id;
    }

    public Owner owner() {
        return new Owner(organizationId, mode);
    }

    public String missionId() {
        return missionId;
    }

    public JobStatus status() {
        return status;
    }

    public Stage currentStage() {
        return board.current();
    }

    public int cycle() {
        return plan.number();
    }

    public int attempts() {
        return tries.count();
    }

    /** Counts restarts: a provider call made again after one is a new call. */
    int run() {
        return tries.run();
    }

    public StageRecord stage(Stage stage) {
        return board.record(stage);
    }

    public JobError error() {
        return status == JobStatus.FAILED ? error : null;
    }

    public String pausedReason() {
        return status == JobStatus.PAUSED ? pausedReason : null;
    }

    public int progressPercent() {
        return board.percent();
    }

    Tries tries() {
        return tries;
    }

    CyclePlan plan() {
        return plan;
    }
}
