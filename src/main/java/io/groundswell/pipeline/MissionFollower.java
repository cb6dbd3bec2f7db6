package io.groundswell.pipeline;

import io.groundswell.mission.MissionEvent;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** A job follows its mission: it is made, paused, resumed and ended in the transaction that does so to the mission. */
@ApplicationScoped
class MissionFollower {
    private final PipelineJobs jobs;
    private final MissionService missions;
    private final StageEvents events;
    private final Clock clock;

    MissionFollower(PipelineJobs jobs, MissionService missions, StageEvents events, Clock clock) {
        this.jobs = jobs;
        this.missions = missions;
        this.events = events;
        this.clock = clock;
    }

    void started(@Observes MissionEvent.Started mission) {
        jobs.persist(new PipelineJob(mission.jobId(), mission.owner(), mission.missionId(), clock.instant()));
    }

    void paused(@Observes MissionEvent.Paused mission) {
        jobs.ofForChange(mission.owner(), mission.missionId())
                .ifPresent(job -> job.pause(PipelineJob.MISSION_PAUSED, clock.instant()));
    }

    void resumed(@Observes MissionEvent.Resumed mission) {
        jobs.ofForChange(mission.owner(), mission.missionId())
                .filter(job -> job.isPausedFor(PipelineJob.MISSION_PAUSED))
                .ifPresent(job -> job.resume(clock.instant()));
    }

    /** A raised budget lets a job go on, and a longer duration gives one that was done more to plan: as soon as its mission runs. */
    void changed(@Observes MissionEvent.Changed change) {
        var mission = missions.get(change.owner(), change.missionId());
        if (mission.status() == MissionStatus.COMPLETED) {
            return;
        }
        jobs.ofForChange(change.owner(), change.missionId()).ifPresent(job -> {
            if (job.isPausedFor(PipelineJob.OUT_OF_BUDGET)) {
                job.resume(clock.instant());
            }
            if (job.plan().plannedUntil() != null && job.plan().leavesDays(mission)) {
                job.reopen(clock.instant());
            }
            if (mission.status() == MissionStatus.PAUSED) {
                job.pause(PipelineJob.MISSION_PAUSED, clock.instant());
            }
        });
    }

    void completed(@Observes MissionEvent.Completed mission) {
        jobs.ofForChange(mission.owner(), mission.missionId())
                .filter(job -> !job.status().isOver())
                .ifPresent(job -> {
                    job.finish(clock.instant());
                    events.finished(job);
                });
    }
}
