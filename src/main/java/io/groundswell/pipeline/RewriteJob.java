package io.groundswell.pipeline;

import io.groundswell.shared.Owner;

/**
 * The rewriting of one item that was rejected or is to be regenerated.
 *
 * @param worker who has taken it; null as long as nobody has
 */
record RewriteJob(
        String id, Owner owner, String missionId, String contentId, String feedback, int attempts, String worker) {

    static RewriteJob asked(String id, Owner owner, String missionId, String contentId, String feedback) {
        return new RewriteJob(id, owner, missionId, contentId, feedback, 0, null);
    }
}
