package io.groundswell.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Stops before the fence of the framework does, which answers in no contract's words. */
@Bounded
@Provider
@ApplicationScoped
class BoundedBody implements ReaderInterceptor {
    private final WireConfig config;

    BoundedBody(WireConfig config) {
        this.config = config;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.getInputStream().readNBytes(config.maxBodyBytes() + 1);
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
