package io.groundswell.pipeline;

import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.shared.Owner;
import io.groundswell.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Everything other code may ask of pipeline jobs. */
@ApplicationScoped
public class PipelineService {
    private final PipelineJobs jobs;
    private final MissionService missions;
    private final Clock clock;

    PipelineService(PipelineJobs jobs, MissionService missions, Clock clock) {
        this.jobs = jobs;
        this.missions = missions;
        this.clock = clock;
    }

    @Transactional
    public Optional<PipelineJob> of(Owner owner, String missionId) {
        return jobs.of(owner, missionId);
    }

    /** What the mission's last finished cycle has found; empty before the first. */
    @Transactional
    public List<LearnedInsight> insights(Owner owner, String missionId) {
        return jobs.of(owner, missionId).map(job -> job.plan().learned()).orElse(List.of());
    }

    /** Starts a failed job again, from the given stage or from the one that failed. */
    @Transactional
    public PipelineJob retry(Owner owner, String missionId, Stage from) {
        var mission = missions.hold(owner, missionId);
        if (mission.status() != MissionStatus.ACTIVE) {
            throw Refusal.of(PipelineError.JOB_NOT_FAILED, "The mission is %s", mission.status());
        }
        var job = jobs.ofForChange(owner, missionId)
                .orElseThrow(() -> Refusal.of(PipelineError.NO_JOB, "The mission has no pipeline job"));
        job.restart(from == null ? job.currentStage() : from, clock.instant());
        return job;
    }
}
