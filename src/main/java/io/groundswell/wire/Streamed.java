package io.groundswell.wire;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/** Answers that are written while they are read. */
public final class Streamed {
    private static final Logger LOG = Logger.getLogger(Streamed.class);

    private Streamed() {}

    /** Writes all of it. */
    public interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Once a part of it is out, the client can only be told by a connection that breaks off.
     *
     * @param what it is, for the log
     */
    public static StreamingOutput of(RoutingContext routing, String what, Source source) {
        return out -> {
            try {
                source.writeTo(out);
            } catch (IOException e) {
                // Only a client that is gone takes nothing.
                LOG.debugf("%s was not fetched to its end: %s", what, e.getMessage());
            } catch (RuntimeException e) {
                if (!routing.response().headWritten()) {
                    throw e;
                }
                LOG.errorf(e, "%s broke off", what);
                routing.response().reset();
            }
        };
    }
}
