package io.groundswell.wire;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import jakarta.inject.Singleton;

/** Names no path in metrics that {@link Requests} never saw, such as of a request whose headers are beyond what is read at all. */
@Singleton
class MeasuredPaths implements HttpServerMetricsTagsContributor {
    private static final Tags OTHER = Tags.of("uri", Requests.TAKEN_BY_NONE);

    @Override
    public Tags contribute(Context measured) {
        var request = (HttpServerRequestInternal) measured.request();
        return request.context().getLocal(Requests.MEASURED_AS) == null ? OTHER : Tags.empty();
    }
}
