package io.groundswell.series.envelope;

import io.groundswell.series.Told;
import io.groundswell.wire.envelope.Nothing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer in its envelope. */
@RegisterForReflection
record AnalyticsAnswer(AnalyticsData data, Nothing error, CacheInfo meta) {
    private static final int LIFE_SECONDS = 300;

    @RegisterForReflection
    record CacheInfo(
            @Schema(description = "How long an answer may be kept by the server; always the same")
            int cacheTtlSeconds,

            @Schema(description = "Whether it had been worked out before. It holds all the same")
            boolean cached) {}

    static AnalyticsAnswer of(Told told) {
        return new AnalyticsAnswer(AnalyticsData.of(told.answer()), null, new CacheInfo(LIFE_SECONDS, told.kept()));
    }
}
