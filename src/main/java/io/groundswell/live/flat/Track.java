package io.groundswell.live.flat;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.groundswell.live.Arrival;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An event as streams tell it. */
@RegisterForReflection
record Track(
        String event,
        @JsonRawValue String properties,
        String userId,
        String sessionId,
        long timestamp,
        String country) {
    static Track of(Arrival arrival) {
        return new Track(
                arrival.name(),
                arrival.properties(),
                arrival.userId(),
                arrival.sessionId(),
                arrival.at().toEpochMilli(),
                arrival.country());
    }
}
