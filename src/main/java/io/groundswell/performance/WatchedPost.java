package io.groundswell.performance;

import io.groundswell.publishing.LivePost;
import io.groundswell.shared.Owner;

/**
 * A post that is due to be measured, held for as long as the claim's lease lasts.
 *
 * @param claim whose it is
 * @param failures in a row before this time
 * @param isPaused its mission rests, and so does measuring
 * @param isOut false once it is archived
 */
record WatchedPost(String claim, LivePost post, int failures, boolean isPaused, boolean isOut) {
    Owner owner() {
        return post.owner();
    }

    String contentId() {
        return post.contentId();
    }
}
