package io.groundswell.visitor;

import java.util.List;

/**
 * A user of a site, whichever of their ids was asked for.
 *
 * @param id by which they are known now
 * @param previousIds in the order of code points
 * @param keys what stands for them in rows: some may still be those of a former id
 */
record KnownUser(long siteNumber, String id, List<String> previousIds, List<Long> keys) {
    KnownUser {
        previousIds = List.copyOf(previousIds);
        keys = List.copyOf(keys);
    }
}
