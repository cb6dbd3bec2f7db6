package io.groundswell.visitor;

import io.groundswell.event.KeyHash;
import java.util.List;
import java.util.stream.Stream;

/**
 * A user of a site, whichever of their ids was asked for.
 *
 * @param id by which they are known now
 * @param previousIds in the order of code points
 */
record KnownUser(long siteNumber, String id, List<String> previousIds) {
    KnownUser {
        previousIds = List.copyOf(previousIds);
    }

    /** What stands for them in rows: some may still have a former id. */
    List<Long> keys() {
        return Stream.concat(Stream.of(id), previousIds.stream())
                .map(KeyHash::number)
                .toList();
    }
}
