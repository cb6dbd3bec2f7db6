package io.groundswell.publishing;

import io.groundswell.content.Content;
import io.groundswell.shared.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The right to publish one item, held for as long as the {@link #LEASE} lasts.
 *
 * @param earlier what an attempt may have published of versions before this one
 * @param attempt 1 for the first since the item was scheduled
 * @param mayBeOut whether an earlier attempt may have published this version
 * @param leaseEnd when someone else may claim the item
 */
record Claim(
        String id,
        Owner owner,
        String contentId,
        String missionId,
        Edition edition,
        List<Edition> earlier,
        int attempt,
        boolean mayBeOut,
        Instant dueAt,
        Instant leaseEnd) {
    /** Longer than the calls for one item may take: to look for it, to post it, to look once more. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** What a {@link Publisher} promises. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    static Claim of(Content content, boolean mayBeOut, Instant leaseEnd) {
        return new Claim(
                content.publication().claim(),
                content.owner(),
                content.id(),
                content.missionId(),
                Edition.of(content),
                Edition.earlier(content),
                content.publication().attempts(),
                mayBeOut,
                content.scheduling().scheduled().at(),
                leaseEnd);
    }

    Post post() {
        return edition.post();
    }

    /** All that a network may have been handed, this version first. */
    List<Edition> editions() {
        return Stream.concat(Stream.of(edition), earlier.stream()).toList();
    }

    /** Whether so many more calls to a network end before the claim does. */
    boolean lasts(int calls, Instant now) {
        return !now.plus(LONGEST_CALL.multipliedBy(calls)).isAfter(leaseEnd);
    }

    /** The next try under the same claim. */
    Claim again() {
        return new Claim(id, owner, contentId, missionId, edition, earlier, attempt + 1, true, dueAt, leaseEnd);
    }
}
