package io.groundswell.live;

import io.groundswell.database.DatabaseFaults;
import io.groundswell.work.Daemon;
import io.groundswell.work.Stopping;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Looks for what came to the sites that are watched on this instance: one thread with one statement for all of them, and only while
 * somebody watches.
 */
@ApplicationScoped
class Lookout {
    private static final Logger LOG = Logger.getLogger(Lookout.class);
    private static final int MOST = 500;
    private static final int MANY = 10;
    private static final int PORTIONS = 4;
    private static final Duration PLACES_EVERY = Duration.ofSeconds(2);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Watched watched = new Watched();
    private final Arrivals arrivals;
    private final Places places;
    private final StreamFigures figures;
    private final LiveConfig config;
    private final Clock clock;
    private Thread thread;
    private volatile boolean stopped;
    private long placesKept;

    Lookout(
            Arrivals arrivals,
            Places places,
            StreamFigures figures,
            LiveConfig config,
            Clock clock,
            Stopping stopping) {
        this.arrivals = arrivals;
        this.places = places;
        this.figures = figures;
        this.config = config;
        this.clock = clock;
        // Else requests that run would be waited for, and a stream runs for half an hour.
        stopping.whenBegun(this::stop);
    }

    Watched watched() {
        return watched;
    }

    boolean isStopped() {
        return stopped;
    }

    /** To be told after somebody began to watch. */
    synchronized void wake() {
        if (thread == null || !thread.isAlive()) {
            placesKept = System.nanoTime();
            thread = Daemon.start("live-lookout", this::run);
        }
    }

    private void run() {
        while (isWanted()) {
            rest(round());
        }
    }

    /** How long to wait for the next one. */
    private Duration round() {
        try {
            var pause = look();
            keepPlaces();
            return pause;
        } catch (RuntimeException | Error e) {
            if (DatabaseFaults.passes(e)) {
                LOG.warnf("Streams have no database: %s", e.getMessage());
            } else {
                LOG.error("Streams could not be brought up to date", e);
            }
            return AFTER_FAILURE;
        } finally {
            watched.all().forEach(LiveStream::tick);
        }
    }

    private synchronized boolean isWanted() {
        figures.tell(watched.size(), watched.events());
        if (watched.size() == 0) {
            thread = null;
            return false;
        }
        return true;
    }

    /**
     * How long to wait for the next one. What is told to all streams at once keeps requests waiting, so much is told in small
     * portions.
     */
    private Duration look() {
        var more = false;
        var seen = 0;
        var now = clock.instant();
        var positions = watched.positions();
        for (var site : arrivals.after(positions, MOST).entrySet()) {
            var news = site.getValue();
            watched.add(site.getKey(), positions.get(site.getKey()), news);
            more |= !news.isAll();
            seen += news.arrivals().size();
            if (!news.arrivals().isEmpty()) {
                var last = news.arrivals().get(news.arrivals().size() - 1);
                figures.lag(Duration.between(last.arrivedAt(), now));
            }
        }
        watched.trim(now.minus(Arrivals.HELD), config.memoryBytes());
        if (more) {
            return Duration.ZERO;
        }
        return seen < MANY ? config.pause() : config.pause().dividedBy(PORTIONS);
    }

    private void keepPlaces() {
        if (System.nanoTime() - placesKept < PLACES_EVERY.toNanos()) {
            return;
        }
        var streams = watched.all();
        var kept = places.keep(streams.stream().map(LiveStream::place).toList());
        placesKept = System.nanoTime();
        streams.stream()
                .filter(Predicate.not(stream -> kept.contains(stream.place())))
                .forEach(stream -> stream.end(Ending.FORBIDDEN));
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    private void stop() {
        stopped = true;
        watched.all().forEach(stream -> stream.end(Ending.STOPPED));
    }

    /** Before the database goes, and after {@link Stopping} has told of the stop. */
    void onStop(@Observes @Priority(2) ShutdownEvent event) throws InterruptedException {
        Thread last;
        synchronized (this) {
            last = thread;
        }
        if (last != null) {
            last.join(DRAIN.toMillis());
        }
    }
}
