package io.groundswell.creator;

import io.groundswell.shared.Owner;
import java.util.List;
import java.util.UUID;

/**
 * Creators are about to be tracked again, after they were off or away. Told in the transaction of that.
 *
 * @param returned whether they were away, and their videos with them
 */
public record TrackedAgain(Owner owner, List<UUID> creators, boolean returned) {}
