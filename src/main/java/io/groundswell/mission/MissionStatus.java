package io.groundswell.mission;

import io.groundswell.shared.Refusal;
import java.util.Locale;
import java.util.Set;

/** Where a mission stands: {@code draft → active ⇄ paused}, and from the last two to {@code completed}. */
public enum MissionStatus {
    DRAFT,
    ACTIVE,
    PAUSED,
    COMPLETED;

    /** @param move what is about to be done, such as {@code paused} */
    void require(Set<MissionStatus> allowed, String move) {
        if (!allowed.contains(this)) {
            throw Refusal.of(MissionError.MISSION_STATE, "A mission that is %s cannot be %s", this, move);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
