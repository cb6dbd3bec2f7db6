package io.groundswell.live;

import java.time.Instant;

/** What a stream needs of the instance that it is on. */
interface Surroundings {
    Instant now();

    LiveConfig config();

    /** Reads what came after an event, at some other time. */
    void load(LiveStream stream, long after);

    void later(Runnable work);

    /** Is told once, or more often. */
    void ended(LiveStream stream, Ending why);
}
