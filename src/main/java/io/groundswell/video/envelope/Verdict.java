package io.groundswell.video.envelope;

import io.groundswell.video.TrackingStatus;
import java.util.Locale;

/** What a reviewer decides about a video. */
enum Verdict {
    INCLUDED,
    EXCLUDED;

    TrackingStatus status() {
        return this == INCLUDED ? TrackingStatus.INCLUDED : TrackingStatus.EXCLUDED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
