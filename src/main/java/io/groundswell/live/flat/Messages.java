package io.groundswell.live.flat;

import io.groundswell.live.Arrival;
import io.groundswell.site.AskedSite;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/** What goes over a stream. */
final class Messages {
    static final OutboundSseEvent HEARTBEAT =
            new OutboundSseEventImpl.BuilderImpl().comment("heartbeat").build();

    private Messages() {}

    static OutboundSseEvent connected(AskedSite site, Wanted wanted, boolean isComplete) {
        return message("connected")
                .data(new Connected(site.name(), wanted.events(), wanted.filter(), isComplete))
                .build();
    }

    static OutboundSseEvent of(Arrival arrival) {
        return message("track").id(arrival.id()).data(Track.of(arrival)).build();
    }

    private static OutboundSseEvent.Builder message(String name) {
        return new OutboundSseEventImpl.BuilderImpl().name(name);
    }
}
