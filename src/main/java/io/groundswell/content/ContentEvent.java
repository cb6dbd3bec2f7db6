package io.groundswell.content;

import io.groundswell.shared.Owner;
import java.time.Instant;

/** What happened to an item; observed in the transaction of the change, by the features that follow content. */
public sealed interface ContentEvent {
    Owner owner();

    String contentId();

    String missionId();

    /** @param jobId id of the job that is to rewrite the item, null unless {@code regenerate} */
    record Rejected(Owner owner, String contentId, String missionId, String jobId, String feedback, boolean regenerate)
            implements ContentEvent {}

    record Published(Owner owner, String contentId, String missionId, Instant at) implements ContentEvent {}
}
