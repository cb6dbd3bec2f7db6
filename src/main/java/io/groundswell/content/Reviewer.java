package io.groundswell.content;

import io.groundswell.shared.Caller;
import io.groundswell.shared.Owner;

/**
 * Who says yes or no to an item.
 *
 * @param id what the review is recorded under: a user id, or {@code link:} and the id of a review link
 * @param userId whose right it is to review: the user's own, or that of the user who gave out the link
 */
record Reviewer(Owner owner, String id, String userId) {
    static Reviewer of(Caller caller) {
        return new Reviewer(caller.owner(), caller.userId(), caller.userId());
    }
}
