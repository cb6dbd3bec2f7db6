package io.groundswell.pipeline;

/** The job is not this worker's any more: its lease ended, or its mission was paused, completed or deleted. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLost(Lease lease) {
        this(lease.worker(), lease.jobId());
    }

    LeaseLost(String worker, String jobId) {
        super("Worker %s no longer holds job %s".formatted(worker, jobId), null, false, false);
    }
}
