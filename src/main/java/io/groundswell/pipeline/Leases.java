package io.groundswell.pipeline;

import io.groundswell.account.OrganizationService;
import io.groundswell.mission.Mission;
import io.groundswell.mission.MissionService;
import io.groundswell.mission.MissionStatus;
import io.groundswell.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Hands jobs to workers and fences what they write: a worker changes anything only in a transaction that holds the
 * mission and the job and has seen that the job is still its own. One that was slow, or thought dead, changes nothing.
 */
@ApplicationScoped
class Leases {
    private final PipelineJobs jobs;
    private final MissionService missions;
    private final OrganizationService organizations;
    private final PipelineConfig config;
    private final Clock clock;

    Leases(
            PipelineJobs jobs,
            MissionService missions,
            OrganizationService organizations,
            PipelineConfig config,
            Clock clock) {
        this.jobs = jobs;
        this.missions = missions;
        this.organizations = organizations;
        this.config = config;
        this.clock = clock;
    }

    /** The next due job for this worker, if there is one. */
    Optional<Lease> claim(String worker) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var now = clock.instant();
            return jobs.nextDue(now).map(job -> {
                job.lease(worker, now.plus(config.lease()), now);
                return new Lease(worker, job.id(), job.missionId(), job.owner());
            });
        });
    }

    /** Runs a change under the lease, and renews it. The mission is held first, as everywhere. */
    <T> T guarded(Lease lease, BiFunction<Mission, PipelineJob, T> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var mission = held(lease);
            var job = jobs.forChange(lease.jobId())
                    .filter(found -> found.isLeasedTo(lease.worker()))
                    .orElseThrow(() -> new LeaseLost(lease));
            job.renew(clock.instant().plus(config.lease()));
            return change.apply(mission, job);
        });
    }

    /** The job, if the worker still holds it and its organization was not suspended meanwhile; nothing is locked. */
    Optional<PipelineJob> find(Lease lease) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.findByIdOptional(lease.jobId())
                .filter(job -> job.isLeasedTo(lease.worker()))
                .filter(job -> organizations.isActive(job.owner().organizationId())));
    }

    private Mission held(Lease lease) {
        try {
            var mission = missions.hold(lease.owner(), lease.missionId());
            if (mission.status() != MissionStatus.ACTIVE) {
                throw new LeaseLost(lease);
            }
            return mission;
        } catch (Refusal deleted) {
            throw new LeaseLost(lease);
        }
    }
}
