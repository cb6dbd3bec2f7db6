package io.groundswell.recording;

import java.time.Instant;

/**
 * A time in which nobody looked.
 *
 * @param after the last snapshot that was known when it was over
 * @param first the first one later than that, which only sets a level
 * @param told whether that one was told as a baseline besides
 */
record Pause(Instant after, Instant first, boolean told) {}
