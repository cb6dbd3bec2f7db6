package io.groundswell.pipeline;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Which worker has a job, until when, and when it is due for the next. */
@Embeddable
class Hold {
    private Instant dueAt;
    private String lockedBy;
    private Instant lockedUntil;

    protected Hold() {}

    Hold(Instant due) {
        dueAt = due;
    }

    void take(String worker, Instant until) {
        lockedBy = worker;
        lockedUntil = until;
    }

    void renew(Instant until) {
        lockedUntil = until;
    }

    void giveBack(Instant due) {
        lockedBy = null;
        lockedUntil = null;
        dueAt = due;
    }

    boolean isBy(String worker) {
        return worker.equals(lockedBy);
    }
}
