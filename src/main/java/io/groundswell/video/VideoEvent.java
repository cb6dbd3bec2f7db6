package io.groundswell.video;

import io.groundswell.shared.Owner;
import java.time.Instant;
import java.util.UUID;

/** What happened to a video; observed in the transaction of the change, by the features that follow videos. */
public sealed interface VideoEvent {
    Owner owner();

    UUID videoId();

    /** @param readme null when there is none any more */
    record ReadmeChanged(Owner owner, UUID videoId, String readme, Instant at) implements VideoEvent {}
}
