package io.groundswell.pipeline;

import io.groundswell.shared.Owner;

/** A worker's hold on a job. */
record Lease(String worker, String jobId, String missionId, Owner owner) {}
