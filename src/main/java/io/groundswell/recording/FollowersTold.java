package io.groundswell.recording;

import io.groundswell.metric.Sample;
import io.groundswell.metric.Subject;
import io.groundswell.shared.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Snapshots of creators were written. Told in the transaction of that, which holds what is known of them.
 *
 * @param since the earliest instant that was written of each creator
 */
public record FollowersTold(Owner owner, Map<UUID, Instant> since) {
    static FollowersTold of(Owner owner, List<Sample> samples) {
        var since = new HashMap<UUID, Instant>();
        samples.stream()
                .filter(sample -> sample.subject().kind() == Subject.Kind.CREATOR)
                .forEach(sample -> since.merge(
                        UUID.fromString(sample.subject().id()),
                        sample.at(),
                        (one, other) -> one.isBefore(other) ? one : other));
        return new FollowersTold(owner, since);
    }
}
