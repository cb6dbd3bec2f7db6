package io.groundswell.rollup;

import java.time.LocalDateTime;

/**
 * What happened on a site within a stretch of time.
 *
 * @param from its begin, in UTC
 * @param users those among the events' users who are known
 */
public record Stretch(LocalDateTime from, long events, Users users) {
    /** Together with more of the same stretch. */
    Stretch plus(Stretch more) {
        users.add(more.users);
        return new Stretch(from, events + more.events, users);
    }
}
