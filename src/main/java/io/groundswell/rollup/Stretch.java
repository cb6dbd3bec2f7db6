package io.groundswell.rollup;

import java.time.LocalDateTime;

/**
 * What happened on a site within a stretch of time.
 *
 * @param from its begin, in UTC
 * @param users those among the events' users who are known
 */
public record Stretch(LocalDateTime from, long events, Users users) {
    /**
     * With one more event.
     *
     * @param stretch of the events before; null when it is the first one
     */
    static Stretch of(LocalDateTime from, Stretch stretch, ToldEvent event) {
        var users = stretch == null ? new Users() : stretch.users;
        users.addUserOf(event);
        return new Stretch(from, 1 + (stretch == null ? 0 : stretch.events), users);
    }
}
