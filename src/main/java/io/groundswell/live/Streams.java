package io.groundswell.live;

import io.groundswell.database.DatabaseException;
import io.groundswell.shared.Caller;
import io.groundswell.shared.Refusal;
import io.groundswell.site.AskedSite;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Opens streams of what happens on sites, and looks after them until they end. */
@ApplicationScoped
public class Streams implements Surroundings {
    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final int PAGE = 100;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Watched watched;
    private final Arrivals arrivals;
    private final Places places;
    private final Lookout lookout;
    private final StreamFigures figures;
    private final ExecutorService threads;
    private final LiveConfig config;
    private final Clock clock;

    Streams(
            Arrivals arrivals,
            Places places,
            Lookout lookout,
            StreamFigures figures,
            ExecutorService threads,
            LiveConfig config,
            Clock clock) {
        this.watched = lookout.watched();
        this.arrivals = arrivals;
        this.places = places;
        this.lookout = lookout;
        this.figures = figures;
        this.threads = threads;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A stream that ends by itself when nobody reads it.
     *
     * @param last what the reader had; what came since is told first, as far as it is held
     * @param gone whether the reader hung up; asked again and again
     */
    public LiveStream open(Caller caller, AskedSite site, Last last, Predicate<Arrival> wanted, BooleanSupplier gone) {
        if (watched.size() >= config.streamsHere() || lookout.isStopped()) {
            throw Refusal.later(LiveError.TOO_MANY_HERE, SOON, "This server has no room for another stream");
        }
        var opening = new Opening(site.number(), places.take(caller, site.number()), start(site, last), wanted, gone);
        var stream = watched.add(site.number(), site.events(), ring -> new LiveStream(opening, ring, this));
        lookout.wake();
        return stream;
    }

    /** Whoever had an event that is not there any more, as after a restore of the database, has missed nobody knows what. */
    private Start start(AskedSite site, Last last) {
        if (last == Last.NONE) {
            return new Start(site.events(), true);
        }
        return last.isKnown() && last.seq() <= site.events()
                ? arrivals.from(site.number(), last.seq(), site.events())
                : new Start(arrivals.from(site.number(), 0, site.events()).after(), false);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public LiveConfig config() {
        return config;
    }

    @Override
    public void load(LiveStream stream, long after) {
        threads.execute(() -> stream.loaded(page(stream.site(), after)));
    }

    private News page(long site, long after) {
        try {
            return arrivals.after(Map.of(site, Ring.Position.after(after)), PAGE)
                    .get(site);
        } catch (DatabaseException | Error e) {
            LOG.warnf("Past events of a stream could not be read, and are asked for again: %s", e.getMessage());
            return null;
        }
    }

    @Override
    public void later(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void ended(LiveStream stream, Ending why) {
        if (watched.remove(stream)) {
            figures.count(why);
            threads.execute(() -> free(stream.place()));
        }
    }

    private void free(String place) {
        try {
            places.free(List.of(place));
        } catch (DatabaseException e) {
            LOG.warnf("The place of a stream is free only in some seconds: %s", e.getMessage());
        }
    }
}
