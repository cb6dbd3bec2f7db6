package io.groundswell.wire;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/** Names a method in metrics only if it is one of those that there are: callers can make up as many as they like, and a series is kept for ever. */
@Singleton
class MeasuredMethods implements MeterFilter {
    private static final String TAG = "method";
    private static final String METERS = "http.server.";
    private static final Tag OTHER = Tag.of(TAG, "OTHER");
    private static final Set<String> NAMED = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(METERS)) {
            return id;
        }
        var method = id.getTag(TAG);
        return method == null || NAMED.contains(method) ? id : id.withTag(OTHER);
    }
}
