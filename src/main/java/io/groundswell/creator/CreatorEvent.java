package io.groundswell.creator;

import io.groundswell.shared.Owner;
import java.time.Instant;
import java.util.UUID;

/** What happened to a creator; observed in the transaction of the change, by the features that follow creators. */
public sealed interface CreatorEvent {
    Owner owner();

    UUID creatorId();

    /** @param readme null when there is none any more */
    record ReadmeChanged(Owner owner, UUID creatorId, String readme, Instant at) implements CreatorEvent {}

    /** It has another handle. */
    record Renamed(Owner owner, UUID creatorId, String was, String handle, Instant at) implements CreatorEvent {}

    /** Whoever is tracked changed what is shown of them. */
    record ProfileChanged(Owner owner, UUID creatorId, String what, Instant at) implements CreatorEvent {}

    /** Nobody looks at it any more. */
    record SwitchedOff(Owner owner, UUID creatorId, String why, Instant at) implements CreatorEvent {}
}
