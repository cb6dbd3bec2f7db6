package io.groundswell.pipeline;

import io.groundswell.shared.Owner;

/** The rewriting of one rejected item, taken by a worker. */
record RewriteJob(
        String id, Owner owner, String missionId, String contentId, String feedback, int attempts, String worker) {}
