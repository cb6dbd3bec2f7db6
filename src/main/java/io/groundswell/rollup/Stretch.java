package io.groundswell.rollup;

import java.time.LocalDateTime;

/**
 * What happened on a site within a stretch of time.
 *
 * @param from its begin, in UTC
 * @param users those among the events' users who are known
 */
public record Stretch(LocalDateTime from, long events, Users users) {}
