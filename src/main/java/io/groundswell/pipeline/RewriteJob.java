package io.groundswell.pipeline;

import io.groundswell.shared.Owner;
import java.util.List;

/**
 * The rewriting of one item that was rejected or is to be regenerated.
 *
 * @param givenUp the names of the routes that were given up on
 * @param worker who has taken it; null as long as nobody has
 */
record RewriteJob(
        String id,
        Owner owner,
        String missionId,
        String contentId,
        String feedback,
        int attempts,
        List<String> givenUp,
        String worker) {

    static RewriteJob asked(String id, Owner owner, String missionId, String contentId, String feedback) {
        return new RewriteJob(id, owner, missionId, contentId, feedback, 0, List.of(), null);
    }
}
